using System.Text;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;

namespace Certification.Cli.Tests.Verifying;

/// <summary><c>certify verify</c> with nothing but the certificate and a pinned trust list: what it fetches, and what it makes of it.</summary>
public sealed class PublishedStatusTests : IAsyncLifetime
{
    private readonly SampleAuthority _authority = new();
    private readonly StaticSite _site = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-published-").FullName;
    private readonly CertificateNumber _number = SampleDraft.Create().Number;

    private string List => _site.Address + "/status/1.jwt";

    public async ValueTask InitializeAsync()
    {
        var signed = await _authority.SignAsync(SampleDraft.Create() with { Status = new(List, SampleDraft.Create().Status.Index) });
        await File.WriteAllBytesAsync(Path.Combine(_folder, "certificate.xml"), signed.Xml);
        var list = _authority.TrustList() with { Authorities = [_authority.Describe() with { Site = _site.Address }] };
        await File.WriteAllTextAsync(Path.Combine(_folder, "trust.jws"), await TrustListSigner.SignAsync(list, _authority.Keys.Root));
        _site.Files["/status/1.jwt"] = Encoding.ASCII.GetBytes(await _authority.StatusAsync(issuedAt: SampleDraft.Day.AddDays(9), subject: List));
    }

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task About_now_the_list_that_the_certificate_names_is_enough() =>
        Assert.Equal((0, ""), await Ask("2026-03-11T12:00:00Z"));

    [Fact]
    public async Task About_a_past_day_the_list_of_today_is_not_enough()
    {
        var (code, reason) = await Ask("2026-03-03T12:00:00Z");
        Assert.Equal((2, "status.later-than-asked"), (code, reason));
    }

    [Fact]
    public async Task About_a_past_day_the_list_that_was_kept_of_it_is_found()
    {
        _site.Files["/status/1-2026-03-03.jwt"] = Encoding.ASCII.GetBytes(await _authority.StatusAsync(StatusEntry.Suspended, SampleDraft.Day.AddDays(1), List));
        Assert.Equal((1, "certificate.suspended"), await Ask("2026-03-03T12:00:00Z"));
    }

    [Fact]
    public async Task The_record_under_the_certificates_number_tells_of_a_withdrawal_that_a_list_does_not_date()
    {
        var signed = Signing.Verification.CertificateVerifier.Check(
            await File.ReadAllBytesAsync(Path.Combine(_folder, "certificate.xml"), TestContext.Current.CancellationToken),
            _ => new Signing.Keys.VerificationKey(_authority.Keys.Issuing.Certificate));
        var withdrawn = SampleDraft.Day.AddDays(3);
        _site.Files["/" + StatusPaths.Record(_number)] = Encoding.ASCII.GetBytes(await StatusRecord.SignAsync(
            new("XA", _number, signed.CanonicalDigest!.Value, CertificateStatus.Withdrawn, withdrawn, "withdrawal.safety", null, withdrawn,
                [new(CertificateStatus.Valid, SampleDraft.Day, "issued")]),
            _authority.Keys.Status, TestContext.Current.CancellationToken));

        Assert.Equal((0, ""), await Ask("2026-03-03T12:00:00Z"));
        Assert.Equal((1, "certificate.withdrawn"), await Ask("2026-03-06T12:00:00Z"));
    }

    private async Task<(int ExitCode, string Reason)> Ask(string at)
    {
        var run = await CertifyRun.Of("verify", Path.Combine(_folder, "certificate.xml"), "--trust", Path.Combine(_folder, "trust.jws"), "--at", at, "--json");
        Assert.Empty(run.Errors);
        var reasons = System.Text.Json.JsonDocument.Parse(run.Output).RootElement.GetProperty("reasons").EnumerateArray();
        return (run.ExitCode, string.Concat(reasons.Select(reason => reason.GetProperty("code").GetString())));
    }
}
