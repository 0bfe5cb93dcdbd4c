using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Lifecycle;
using Certification.Domain.Recognition;
using Certification.Domain.Submissions;
using Certification.Signing.Credentials;
using Certification.Signing.Log;
using Certification.Signing.Xml;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Browser.Tests;

/// <summary>What the pages show in tests, put into storage by the same classes that the workflows use.</summary>
/// <param name="Certificate">Number of a valid certificate.</param>
/// <param name="Withdrawn">Number of a certificate that was withdrawn.</param>
/// <param name="Recognition">Number of a certificate of XB that was judged conditional.</param>
/// <param name="Open">A case that waits for its applicant, <c>ada</c> of <c>Acme</c>.</param>
public sealed record SeededCases(string Certificate, string Withdrawn, string Recognition, string Open)
{
    private static readonly Actor Applicant = new("urn:certification:dev:XA", "ada", "Acme", "applicant");

    /// <summary>Puts everything.</summary>
    public static async Task<SeededCases> Put(IServiceProvider services)
    {
        var number = await PutCertificate(services, SampleDraft.Create().Number, "certified", 4711);
        var withdrawn = await PutCertificate(services, CertificateNumber.Parse("XA-2026-000124"), "withdrawn", 4712, isWithdrawn: true);
        var recognition = await PutRecognition(services);
        var open = await PutCase(services, "waiting", SubmissionStatus.AwaitingApplicant, null);
        return new SeededCases(number, withdrawn, recognition, open);
    }

    private static async Task<string> PutCertificate(
        IServiceProvider services, CertificateNumber certificate, string caseId, int place, bool isWithdrawn = false)
    {
        var (authority, now) = (services.GetRequiredService<AuthorityProfile>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var draft = SampleDraft.Create() with
        {
            Number = certificate,
            Issuer = new Issuer(authority.Code, authority.Name),
            Validity = new ValidityPeriod(now.AddDays(-1), now.AddDays(300)),
            Surveillance = [new("surveillance.audit", 180, DateOnly.FromDateTime(now.UtcDateTime).AddDays(150), "Audit of the logs.")],
            Status = new StatusPointer(authority.StatusListUri(1), place),
            Log = authority.LogId,
        };
        var number = draft.Number.Text;
        Assert.True(LintedDraft.TryPass(draft, SampleDraft.Context, out var linted, out var findings), string.Join(' ', findings));
        var signed = await CertificateSigner.SignAsync(linted, services.GetRequiredService<SigningKeys>().Issuing, now);
        await services.GetRequiredService<PublicBlobs>().PutOnce(PublishCertificate.PathOf(number), signed.Xml, "application/xml");
        var credential = await CredentialSigner.SignAsync(signed.Certificate, signed.CanonicalDigest, services.GetRequiredService<SigningKeys>().Issuing);
        await services.GetRequiredService<PublicBlobs>().PutOnce(
            PublishCertificate.CredentialPathOf(number), Encoding.ASCII.GetBytes(credential), VerifiableCredential.MediaType);
        await services.GetRequiredService<AuthorityLog>().Enter(LogEntry.Of(draft.Number, signed.CanonicalDigest), default);

        var submission = await PutCase(services, caseId, SubmissionStatus.Certified, number);
        var record = new CertificateRecord(draft.Number, submission, draft.Status);
        var facts = new CertificateFacts(
            draft.Holder.Name, draft.System.Name, draft.System.Version, draft.Tier.Tier, "employment",
            draft.Validity.NotBefore, draft.Validity.NotAfter, draft.Validity.NotAfter.AddDays(-60));
        var certificates = services.GetRequiredService<CertificateFiles>();
        var entry = AuditEntry.Of(authority.Self, now, "certificate.in-force", new { });
        await certificates.Enter(record, "seed", entry, default);
        var changed = await certificates.Change(number, "seed-2", entry, current => current.MarkSigned(signed.CanonicalDigest, facts).EnterForce(now));
        if (isWithdrawn)
        {
            changed = await certificates.Change(
                number, "seed-3", entry, current => current.Move(StatusMove.Withdraw, "It harmed somebody.", now, "withdrawal.safety"));
        }
        await services.GetRequiredService<StatusRecordPublisher>().Publish(changed.Value!.State, default);
        await services.GetRequiredService<StatusListPublisher>().Publish(draft.Status, changed.Value.State.Status!.Value, default);
        return number;
    }

    private static async Task<string> PutRecognition(IServiceProvider services)
    {
        var (number, now) = (CertificateNumber.Parse("XB-2026-000007"), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var rulebook = services.GetRequiredService<RulebookFiles>().First;
        var verdict = new RecognitionVerdict(
            RecognitionOutcome.Conditional,
            [new Reason("recognition.agreement", "Recognised under the agreement of XA with XB.")],
            [new CertificateCondition("access.rate-limit", "30/min", "At most 30 requests a minute and user.")],
            "The holder accepts the conditions with XA.");
        var statement = new RecognitionStatement(
            "XA", number, Sha256Digest.Of("certificate"u8), 1, verdict, now, AppliedRulebook.Of(rulebook), null, null);
        var record = new RecognitionRecord(
            number, "XB", statement, "signed", new RecognisedSubject("Beta SA", "beta/translate-3b", "3.0", now.AddDays(200)));
        await services.GetRequiredService<RecognitionFiles>().Change(
            number.Text, "seed", AuditEntry.Of(Actor.OfAuthority("XA"), now, "recognition.stated", statement), _ => record, default);
        return number.Text;
    }

    private static async Task<string> PutCase(IServiceProvider services, string id, SubmissionStatus status, string? number)
    {
        var (draft, now) = (SampleDraft.Create(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var declaration = new Declaration(
            new SystemDeclaration(
                draft.System.Name, draft.System.Version, "Ranks applications.", draft.System.Artifacts, null, [], draft.KnownLimitations),
            draft.Scope.Capabilities, draft.Scope.Contexts[0], draft.Parties);
        var submission = Submission.Open(id, Applicant, now, declaration) with
        {
            Status = status,
            Classification = draft.Tier,
            CertificateNumber = number,
            Gaps = number is null ? [Gap()] : [],
            Deadline = number is null ? now.AddDays(14) : null,
            Recognitions = number is null
                ? new Dictionary<string, RecognitionAnswer>()
                : new Dictionary<string, RecognitionAnswer> { ["XB"] = new("recognised", 1), ["XC"] = new("undetermined", 1) },
        };
        var entry = AuditEntry.Of(Applicant, now, "submission.opened", new { });
        await services.GetRequiredService<CaseFiles>().Open(submission, "seed", entry, null, [], default);
        return id;
    }

    private static Gap Gap() => new(
        "gap.evidence-missing", "red-team-report", "floor/1.0 §evidence.red-team-report", "No red-team report was submitted.",
        "Upload a report of the kind red-team-report.");
}
