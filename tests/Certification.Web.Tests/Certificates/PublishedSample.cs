using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Signing.Credentials;
using Certification.Signing.Log;
using Certification.Signing.Xml;
using Certification.Storage.Blobs;
using Certification.Testing.Certificates;
using Certification.Web.Tests.Support;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Rulebooks;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Tests.Certificates;

/// <summary>A certificate of the sample's content, signed by the fixture's authority and published as its activities publish, without
/// the case that would lead to it.</summary>
internal sealed class PublishedSample
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly IServiceProvider _services;
    private CertificateRecord _record = null!;

    private PublishedSample(AuthorityFixture authority) => _services = authority.Services;

    internal CertificateNumber Number => _record.Number;

    /// <summary>When it was put in force.</summary>
    internal DateTimeOffset Since { get; } = TimeProvider.System.GetUtcNow();

    internal static async Task<PublishedSample> Publish(AuthorityFixture authority, int number)
    {
        var sample = new PublishedSample(authority);
        await sample.Publish(CertificateNumber.Parse($"XA-2026-{number:D6}"));
        return sample;
    }

    /// <summary>An officer moves the status, and it is published.</summary>
    internal Task Move(StatusMove move, TimeSpan later, string code)
    {
        _record = _record.Move(move, "Words of an officer.", Since + later, code).Value!;
        return PublishStatus();
    }

    private async Task Publish(CertificateNumber number)
    {
        var profile = Get<AuthorityProfile>();
        var rulebook = await Get<RulebookFiles>().InForceAt(Since, Stop);
        var draft = SampleDraft.Create() with
        {
            Number = number, Issuer = new(profile.Code, profile.Name), Status = new(profile.StatusListUri(40), 4711), Log = profile.LogId,
            Rulebook = AppliedRulebook.Of(rulebook.Current), Validity = new(Since.AddMinutes(-1), Since.AddDays(300)),
            Surveillance = [new("surveillance.audit", 180, DateOnly.FromDateTime(Since.UtcDateTime).AddDays(170), "Audit of the logs.")],
        };
        Assert.True(LintedDraft.TryPass(draft, SampleDraft.Context, out var linted, out var findings), string.Join(' ', findings.Select(finding => finding.Message)));
        var signed = await CertificateSigner.SignAsync(linted, Get<SigningKeys>().Issuing, Since, Stop);
        _record = new CertificateRecord(number, "s-none", draft.Status, CertificateDigest: signed.CanonicalDigest).EnterForce(Since);
        await Get<AuthorityLog>().Enter(LogEntry.Of(number, signed.CanonicalDigest), Stop);
        await PublishStatus();
        var credential = await CredentialSigner.SignAsync(signed.Certificate, signed.CanonicalDigest, Get<SigningKeys>().Issuing, Stop);
        await Get<PublicBlobs>().PutOnce(
            PublishCertificate.CredentialPathOf(number.Text), System.Text.Encoding.ASCII.GetBytes(credential), VerifiableCredential.MediaType, Stop);
        Assert.True((await Get<PublicBlobs>().PutOnce(PublishCertificate.PathOf(number.Text), signed.Xml, "application/xml", Stop)).Succeeded);
    }

    private async Task PublishStatus()
    {
        await Get<StatusRecordPublisher>().Publish(_record, Stop);
        await Get<StatusListPublisher>().Publish(_record.Pointer, _record.Status!.Value, Stop);
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();
}
