using System.Text.Json;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Testing;
using Certification.Testing.Certificates;

namespace Certification.Cli.Tests.Log;

/// <summary>What people and scripts see of <c>certify log verify</c>, and of <c>certify verify</c> with the log: on a mirror of XA's log,
/// which holds one certificate and which XB has cosigned.</summary>
public sealed class LogCommandTests : IAsyncLifetime
{
    private const string Origin = "xa.example/log";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB", "Authority of Beispielland");
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-log-").FullName;

    private string Mirror => File("mirror");

    public async ValueTask InitializeAsync()
    {
        var signed = await _xa.SignAsync(SampleDraft.Create() with { Log = Origin });
        await System.IO.File.WriteAllBytesAsync(File("certificate.xml"), signed.Xml);
        await System.IO.File.WriteAllTextAsync(File("trust.jws"), await TrustListSigner.SignAsync(_xa.TrustList(_xb), _xa.Keys.Root));
        await System.IO.File.WriteAllTextAsync(File("status.jwt"), await _xa.StatusAsync());
        var check = CertificateVerifier.Check(signed.Xml, _ => new Signing.Keys.VerificationKey(_xa.Keys.Issuing.Certificate));
        await Append(Mirror, LogEntry.Of(check.Certificate!.Number, check.CanonicalDigest!.Value));
        var proof = await new TreeReader(1, path => System.IO.File.ReadAllBytesAsync(Path.Combine(Mirror, path.ToString()))).ProveInclusionAsync(0);
        var note = await System.IO.File.ReadAllTextAsync(Path.Combine(Mirror, LogPaths.Checkpoint));
        await System.IO.File.WriteAllTextAsync(File("certificate.tlog-proof"), new LogProof(0, proof.Path, note).ToString());
    }

    public ValueTask DisposeAsync()
    {
        _xa.Dispose();
        _xb.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_sound_log_shows_what_each_step_proved_and_exits_0()
    {
        var run = await Verify(Mirror, "--witnesses", "1");
        Assert.Equal(0, run.ExitCode);
        Golden.Matches("log", run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task A_log_that_was_written_anew_is_invalid_to_who_kept_a_checkpoint_and_exits_1()
    {
        Assert.Equal(0, (await Verify(Mirror, "--save", File("kept"))).ExitCode);
        await Append(File("other"), new(LogEntryKind.Certificate, "XA-2026-000999", Domain.Sha256Digest.Of("other"u8)));

        var run = await Verify(File("other"), "--since", File("kept"), "--json");

        Assert.Equal(1, run.ExitCode);
        var report = JsonSerializer.Deserialize<JsonElement>(run.Output);
        Assert.Equal("invalid", report.GetProperty("outcome").GetString());
        Assert.Equal("log.rewritten", report.GetProperty("steps").EnumerateArray().Last().GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("--witnesses", "2", "log.witnesses-missing")]
    [InlineData("--trust", "", "log.keys-missing")]
    public async Task What_is_missing_leaves_the_answer_undetermined_and_exits_2(string option, string value, string code)
    {
        var run = option == "--trust" ? await CertifyRun.Of("log", "verify", Mirror) : await Verify(Mirror, option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(code, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_log_lies_the_answer_is_undetermined() => Assert.Equal(2, (await Verify(File("nowhere"))).ExitCode);

    [Fact]
    public async Task A_certificate_with_its_proof_is_valid_offline_to_who_wants_a_witness()
    {
        var run = await Certificate("--log-proof", File("certificate.tlog-proof"), "--witnesses", "1");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("log.proof-missing", "--witnesses", "1")]
    [InlineData("log.witnesses-missing", "--witnesses", "2", "--log-proof")]
    public async Task A_certificate_without_the_proof_that_was_asked_for_is_undetermined(string code, params string[] options)
    {
        var run = await Certificate([.. options, .. options.Contains("--log-proof") ? [File("certificate.tlog-proof")] : Array.Empty<string>()]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(code, run.Output, StringComparison.Ordinal);
    }

    private Task<CertifyRun> Verify(string log, params string[] more) => CertifyRun.Of(["log", "verify", log, "--trust", File("trust.jws"), .. more]);

    private Task<CertifyRun> Certificate(params string[] more) => CertifyRun.Of(
        ["verify", File("certificate.xml"), "--trust", File("trust.jws"), "--status", File("status.jwt"), "--offline", "--at", "2026-03-03T12:00:00Z", .. more]);

    private async Task Append(string folder, LogEntry entry)
    {
        var store = new FolderLogStore(folder);
        var log = new TransparencyLog(Origin, store, [_xa.Keys.Notes.Log(Origin), new EcdsaNoteSigner(Origin, _xa.Keys.Log)]);
        var note = (await log.AppendAsync([entry.Bytes()], Stop)).Note;
        await new CosignedCheckpoint(Origin, store).AddAsync(
            SignedCheckpoint.TryParse(note.ToString())!, _xb.Keys.Notes.Witness("xb.example/witness").Sign(note.Text, SampleDraft.Day), Stop);
    }

    private string File(string name) => Path.Combine(_folder, name);
}
