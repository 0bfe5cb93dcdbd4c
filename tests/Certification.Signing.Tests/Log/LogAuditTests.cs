using System.Text;
using Certification.Domain;
using Certification.Signing.Log;
using Xunit;

namespace Certification.Signing.Tests.Log;

/// <summary>A sound log passes; each lie that a log can tell is named.</summary>
public sealed class LogAuditTests
{
    private static readonly WitnessSigner Witness = new("w.example/witness", [9, .. new byte[31]]);
    private readonly MemoryLogStore _store = new();
    private readonly Dictionary<string, byte[]?> _forged = [];

    [Fact]
    public async Task A_sound_log_passes_every_step()
    {
        await Append(Certificates(0, 300));
        var report = await Audit();
        Assert.Equal(LogAuditOutcome.Valid, report.Outcome);
        Assert.Equal(["checkpoint", "witnesses", "tree", "entries"], report.Steps.Select(step => step.Step));
        Assert.Equal(300, report.Entries.Count);
    }

    [Fact]
    public async Task A_log_without_entries_passes()
    {
        await new SampleLog(_store).Open().OpenAsync();
        Assert.Equal(LogAuditOutcome.Valid, (await Audit()).Outcome);
    }

    [Fact]
    public async Task A_log_that_only_grew_continues_what_was_remembered()
    {
        var before = (await Append(Certificates(0, 256))).ToString();
        await Append(Certificates(256, 5));
        var report = await Audit(remembered: before);
        Assert.Equal(LogAuditOutcome.Valid, report.Outcome);
        Assert.Contains(report.Steps, step => step.Step == "history");
    }

    [Fact]
    public async Task A_log_that_was_written_anew_is_found_out_by_who_remembers()
    {
        var before = (await new SampleLog(new MemoryLogStore()).Open().AppendAsync(Certificates(500, 2))).Note.ToString();
        await Append(Certificates(0, 5));
        Assert.Equal("log.rewritten", await Code(remembered: before));
    }

    [Fact]
    public async Task A_log_that_lost_entries_is_found_out_by_who_remembers()
    {
        var before = (await new SampleLog(new MemoryLogStore()).Open().AppendAsync(Certificates(0, 9))).Note.ToString();
        await Append(Certificates(0, 5));
        Assert.Equal("log.shrunk", await Code(remembered: before));
    }

    [Theory]
    [InlineData("tile/entries/000.p/5", "log.tree-differs")]
    [InlineData("tile/0/000.p/5", "log.tile-differs")]
    public async Task One_bit_that_differs_is_found(string path, string code)
    {
        await Append(Certificates(0, 5));
        var content = (await _store.ReadAsync(path, default))!.Content.ToArray();
        content[^1] ^= 1;
        _forged[path] = content;
        Assert.Equal(code, await Code());
    }

    [Fact]
    public async Task Entries_that_are_missing_or_cut_are_found()
    {
        await Append(Certificates(0, 5));
        const string path = "tile/entries/000.p/5";
        _forged[path] = null;
        Assert.Equal((LogAuditOutcome.Undetermined, "log.file-missing"), await Worst());
        _forged[path] = (await _store.ReadAsync(path, default))!.Content[..^3];
        Assert.Equal((LogAuditOutcome.Invalid, "log.bundle-malformed"), await Worst());
    }

    [Fact]
    public async Task A_number_that_names_two_certificates_is_brought_to_light()
    {
        await Append([.. Certificates(0, 2), Entry(1, "another text")]);
        Assert.Equal((LogAuditOutcome.Invalid, "log.number-reused"), await Worst());
    }

    [Fact]
    public async Task One_certificate_that_was_appended_twice_is_no_contradiction()
    {
        await Append([.. Certificates(0, 2), .. Certificates(1, 1)]);
        Assert.Equal(LogAuditOutcome.Valid, (await Audit()).Outcome);
    }

    [Fact]
    public async Task An_entry_of_a_kind_that_is_not_known_leaves_the_answer_open()
    {
        await Append(PlainTree.Entries(1));
        Assert.Equal((LogAuditOutcome.Undetermined, "log.entry-unknown"), await Worst());
    }

    [Fact]
    public async Task Without_keys_nothing_is_proved_and_a_strangers_signature_is_a_lie()
    {
        await Append(Certificates(0, 1));
        Assert.Equal((LogAuditOutcome.Undetermined, "log.keys-missing"), Of(await new LogAudit(Read, null).RunAsync()));
        var stranger = new LogPolicy([new Ed25519NoteSigner(SampleLog.Origin, new byte[32]).Verifier], [], 0);
        Assert.Equal((LogAuditOutcome.Invalid, "log.signature-invalid"), Of(await new LogAudit(Read, stranger).RunAsync()));
    }

    [Fact]
    public async Task Where_the_newest_checkpoint_is_too_young_the_latest_cosigned_one_is_audited()
    {
        var wanted = SampleLog.Policy with { Witnesses = [Witness.Verifier], Needed = 1 };
        var note = await Append(Certificates(0, 3));
        Assert.Equal((LogAuditOutcome.Undetermined, "log.witnesses-missing"), Of(await new LogAudit(Read, wanted).RunAsync()));

        var checkpoints = new CosignedCheckpoint(SampleLog.Origin, _store);
        await checkpoints.AddAsync(SignedCheckpoint.TryParse(note.ToString())!, Witness.Sign(note.Text, DateTimeOffset.UnixEpoch));
        await Append(Certificates(3, 1));

        var report = await new LogAudit(Read, wanted).RunAsync();
        Assert.Equal((LogAuditOutcome.Valid, 3UL), (report.Outcome, report.Checkpoint!.Checkpoint.Size));
        Assert.Equal(4UL, (await checkpoints.PublishedAsync())!.Checkpoint.Size);
        Assert.Equal(4UL, (await checkpoints.CoveringAsync(3)).Checkpoint.Size);
        Assert.Equal(3UL, (await checkpoints.CoveringAsync(2)).Checkpoint.Size);
    }

    private static ReadOnlyMemory<byte>[] Certificates(int from, int count) => [.. Enumerable.Range(from, count).Select(n => Entry(n, $"text {n}"))];

    private static ReadOnlyMemory<byte> Entry(int number, string text) =>
        new LogEntry(LogEntryKind.Certificate, $"XA-2026-{number:000000}", Sha256Digest.Of(Encoding.UTF8.GetBytes(text))).Bytes();

    private async Task<SignedNote> Append(IReadOnlyList<ReadOnlyMemory<byte>> entries) => (await new SampleLog(_store).Open().AppendAsync(entries)).Note;

    private Task<LogAuditReport> Audit(string? remembered = null) => new LogAudit(Read, SampleLog.Policy).RunAsync(remembered);

    private async Task<string?> Code(string? remembered = null) => (await Audit(remembered)).Steps[^1].Code;

    private async Task<(LogAuditOutcome, string?)> Worst() => Of(await Audit());

    private static (LogAuditOutcome, string?) Of(LogAuditReport report) => (report.Outcome, report.Steps[^1].Code);

    private async Task<byte[]?> Read(string path) =>
        _forged.TryGetValue(path, out var forged) ? forged : (await _store.ReadAsync(path, default))?.Content;
}
