using System.Text.Json;
using Certification.Domain.Certificates;
using Certification.Signing.Credentials;
using Certification.Signing.StatusLists;
using Certification.Testing.Certificates;

namespace Certification.Cli.Tests.Verifying;

/// <summary>What people and scripts see of <c>certify verify</c>.</summary>
public sealed class VerifyCommandTests : IAsyncLifetime
{
    private const string OnTheDay = "2026-03-03T12:00:00Z";
    private readonly SampleAuthority _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-verify-").FullName;

    private string Certificate => Path.Combine(_folder, "certificate.xml");

    private string Trust => Path.Combine(_folder, "trust-list.jws");

    private string Status => Path.Combine(_folder, "status-list.jwt");

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllBytesAsync(Certificate, (await _authority.SignAsync()).Xml);
        await File.WriteAllTextAsync(Trust, await Signing.Trust.TrustListSigner.SignAsync(_authority.TrustList(), _authority.Keys.Root));
        await File.WriteAllTextAsync(Status, await _authority.StatusAsync());
    }

    public ValueTask DisposeAsync()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_valid_certificate_shows_what_it_certifies_and_exits_0()
    {
        var run = await CertifyRun.Of("verify", Certificate, "--trust", Trust, "--status", Status, "--offline", "--at", OnTheDay);

        Assert.Equal(0, run.ExitCode);
        Golden.Matches("valid", run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task A_certificate_with_one_character_changed_is_invalid_and_exits_1()
    {
        var text = await File.ReadAllTextAsync(Certificate, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Certificate, text.Replace("Acme Models", "Acne Models", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await CertifyRun.Of("verify", Certificate, "--trust", Trust, "--status", Status, "--offline", "--at", OnTheDay);

        Assert.Equal(1, run.ExitCode);
        Golden.Matches("changed", run.Output);
    }

    [Fact]
    public async Task A_time_stamp_from_before_a_compromise_keeps_the_certificate_valid()
    {
        Assert.SkipUnless(OpensslTsa.IsInstalled, "openssl is not installed");
        var stop = TestContext.Current.CancellationToken;
        var own = _authority.Describe();
        var stolen = own with { Services = [.. own.Services.Select(key => key.Kind == Signing.Trust.ServiceKind.Issuing ? key.Compromised(new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero)) : key)] };
        await File.WriteAllTextAsync(Trust, await Signing.Trust.TrustListSigner.SignAsync(_authority.TrustList() with { Authorities = [stolen] }, _authority.Keys.Root, stop), stop);
        using var tsa = new OpensslTsa();
        var query = Signing.TimeStamps.TimeStampQuery.Of((await _authority.SignAsync()).CanonicalDigest);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "certificate.tsr"), query.Accept(tsa.Reply(query.Bytes()), [tsa.Root], out _)!, stop);
        await File.WriteAllTextAsync(Path.Combine(_folder, "roots.pem"), tsa.Root.ExportCertificatePem(), stop);
        string[] question = ["verify", Certificate, "--trust", Trust, "--status", Status, "--offline", "--at", OnTheDay, "--json"];

        var without = await CertifyRun.Of(question);
        var with = await CertifyRun.Of([.. question, "--time-stamp", Path.Combine(_folder, "certificate.tsr"), "--time-stamp-roots", Path.Combine(_folder, "roots.pem")]);
        var unpinned = await CertifyRun.Of([.. question, "--time-stamp", Path.Combine(_folder, "certificate.tsr")]);

        Assert.Equal(2, without.ExitCode);
        Assert.Contains("trust.issuer-compromised", without.Output, StringComparison.Ordinal);
        Assert.Equal(0, with.ExitCode);
        Assert.Equal(64, unpinned.ExitCode);
    }

    [Fact]
    public async Task A_credential_gets_the_verdict_of_its_certificate_step_by_step()
    {
        var run = await CertifyRun.Of(
            "verify", await Credential(), "--certificate", Certificate, "--trust", Trust, "--status", Status, "--offline", "--at", OnTheDay, "--explain");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("valid  XA-2026-000123", run.Output, StringComparison.Ordinal);
        Assert.All(["proved    signature", "proved    issuer", "not asked log", "canonical digest"], line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_credential_beside_the_XML_of_another_certificate_is_invalid()
    {
        var credential = await Credential();
        var other = await _authority.SignAsync(SampleDraft.Create() with { KnownLimitations = ["None to speak of."] });
        await File.WriteAllBytesAsync(Certificate, other.Xml, TestContext.Current.CancellationToken);
        var run = await CertifyRun.Of("verify", credential, "--certificate", Certificate, "--trust", Trust, "--status", Status, "--offline", "--at", OnTheDay);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("credential.other-certificate", run.Output, StringComparison.Ordinal);
    }

    private async Task<string> Credential()
    {
        var signed = await _authority.SignAsync();
        var path = Path.Combine(_folder, "certificate.vc.jwt");
        await File.WriteAllTextAsync(path, await CredentialSigner.SignAsync(signed.Certificate, signed.CanonicalDigest, _authority.Keys.Issuing));
        return path;
    }

    [Fact]
    public async Task Without_trust_the_answer_is_undetermined_with_the_next_step_and_exits_2()
    {
        var run = await CertifyRun.Of("verify", Certificate, "--offline", "--at", OnTheDay);

        Assert.Equal(2, run.ExitCode);
        Golden.Matches("no-trust", run.Output);
    }

    [Theory]
    [InlineData("--max-age", "1h")]
    [InlineData("--at", "2026-03-06T12:00:00Z")]
    public async Task A_status_list_that_is_too_old_leaves_the_answer_undetermined(string option, string value)
    {
        string[] usual = option == "--at" ? [] : ["--at", OnTheDay];

        var run = await CertifyRun.Of(["verify", Certificate, "--trust", Trust, "--status", Status, "--offline", option, value, .. usual]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("status.stale", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_on_standard_output_and_the_same_question_gives_the_same_bytes()
    {
        string[] question = ["verify", Certificate, "--trust", Trust, "--status", Status, "--offline", "--at", OnTheDay, "--json"];

        var run = await CertifyRun.Of(question);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("valid", JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("outcome").GetString());
        Assert.Empty(run.Errors);
        Assert.Equal(run, await CertifyRun.Of(question));
    }

    [Fact]
    public async Task Offline_refuses_to_fetch()
    {
        var run = await CertifyRun.Of("verify", Certificate, "--trust", "https://xa.example/trust-list.jws", "--offline");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("usage.offline", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trust_that_does_not_open_leaves_the_answer_undetermined()
    {
        await File.WriteAllTextAsync(Trust, "not a trust list", TestContext.Current.CancellationToken);

        var run = await CertifyRun.Of("verify", Certificate, "--trust", Trust);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("trust.malformed", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_list_in_either_form_gives_the_same_verdict()
    {
        var list = StatusListToken.Open(await _authority.StatusAsync(), await _authority.TrustAsync(), SampleDraft.Day, out _)!;
        await File.WriteAllBytesAsync(
            Path.Combine(_folder, "1.cwt"),
            await StatusListCwt.SignAsync(list.Entries, list.Subject, list.IssuedAt, TimeSpan.FromDays(7), TimeSpan.FromHours(1), _authority.Keys.Status,
                TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);

        var run = await CertifyRun.Of("verify", Certificate, "--trust", Trust, "--status", Path.Combine(_folder, "1.cwt"), "--offline", "--at", OnTheDay);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("2026-03-03T12:00:00Z", 0, "in-force")]
    [InlineData("2026-03-05T12:00:00Z", 1, "suspended")]
    [InlineData("2026-03-09T12:00:00Z", 1, "withdrawn")]
    public async Task A_status_record_alone_tells_what_held_on_a_past_day_with_reason_and_successor(string at, int exitCode, string golden)
    {
        await File.WriteAllTextAsync(Status, await Record(), TestContext.Current.CancellationToken);

        var run = await CertifyRun.Of("verify", Certificate, "--trust", Trust, "--status-record", Status, "--offline", "--at", at);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Errors));
        Golden.Matches($"record-{golden}", run.Output);
    }

    [Fact]
    public async Task A_list_from_after_the_instant_asked_leaves_it_undetermined_and_names_what_would_tell()
    {
        var run = await CertifyRun.Of("verify", Certificate, "--trust", Trust, "--status", Status, "--offline", "--at", "2026-03-02T12:00:00Z", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("status.later-than-asked", run.Output, StringComparison.Ordinal);
        Assert.Contains("status record", run.Output, StringComparison.Ordinal);
    }

    /// <summary>In force on 2 March, suspended on the 5th, withdrawn on the 8th in favour of another.</summary>
    private async Task<string> Record()
    {
        var signed = Signing.Verification.CertificateVerifier.Check(
            await File.ReadAllBytesAsync(Certificate, TestContext.Current.CancellationToken), _ => new Signing.Keys.VerificationKey(_authority.Keys.Issuing.Certificate));
        var (suspended, withdrawn) = (new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        return await StatusRecord.SignAsync(
            new(
                "XA", signed.Certificate!.Number, signed.CanonicalDigest!.Value, CertificateStatus.Withdrawn, withdrawn, "withdrawal.safety",
                CertificateNumber.Parse("XA-2026-000200"), withdrawn,
                [new(CertificateStatus.Valid, SampleDraft.Day, "issued"), new(CertificateStatus.Suspended, suspended, "suspension.incident")]),
            _authority.Keys.Status, TestContext.Current.CancellationToken);
    }
}
