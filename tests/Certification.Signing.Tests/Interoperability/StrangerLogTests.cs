using System.Globalization;
using System.Text;
using Certification.Signing.Log;
using Certification.Signing.Tests.Log;
using Certification.Testing;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Interoperability;

/// <summary>A Go program that shares no code with us (tests/stranger) reads the published files of a log and verifies them all.</summary>
public sealed class StrangerLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certification-stranger");
    private readonly SampleAuthority _xa = new();

    public void Dispose()
    {
        _xa.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_stranger_verifies_every_entry_and_the_history_and_refuses_a_changed_entry()
    {
        Assert.SkipUnless(StrangerProgram.IsThere, StrangerProgram.WhyNot);
        var stranger = await StrangerProgram.BuildAsync(_folder.FullName);
        var arguments = await Publish();
        var (code, output) = await stranger.RunAsync([_folder.FullName, .. arguments]);
        Assert.Equal((0, "verified 70300 entries\n"), (code, output));

        var bundle = Path.Combine(_folder.FullName, "tile", "entries", "273");
        var bytes = await File.ReadAllBytesAsync(bundle, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, (await stranger.RunAsync([_folder.FullName, .. arguments])).Code);
    }

    /// <summary>A log of 70,300 entries in two batches, signed with both of its keys and cosigned.</summary>
    /// <returns>The keys, and the size and root of the first batch.</returns>
    private async Task<string[]> Publish()
    {
        var store = new MemoryLogStore();
        INoteSigner[] signers = [SampleLog.Key, new EcdsaNoteSigner(SampleLog.Origin, _xa.Keys.Statement)];
        var witness = new WitnessSigner("xb.example/witness", [7, .. new byte[31]]);
        var log = new TransparencyLog(SampleLog.Origin, store, signers);
        var old = (await log.AppendAsync(PlainTree.Entries(70_000))).Checkpoint;
        var note = (await log.AppendAsync(PlainTree.Entries(300, from: 70_000))).Note;
        foreach (var (path, file) in store.Files)
        {
            var target = Path.Combine(_folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, file.Content);
        }

        var cosigned = note.With(witness.Sign(note.Text, SampleDraft.Day)).ToString();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, LogPaths.Checkpoint), cosigned, new UTF8Encoding(false));
        return
        [
            .. signers.Select(signer => signer.Verifier.ToString()), witness.Verifier.ToString(),
            old.Size.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(old.Root.Span),
        ];
    }
}
