using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Recognition;
using Certification.Domain.Rulebooks.Governance;
using Certification.Signing.Federation;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Verification;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>Verifies another authority's certificate against our trust list, judges it by our rulebook, and signs and
/// publishes a statement when the verdict is new.</summary>
public sealed class JudgeCertificate(
    ForeignCertificates foreign, RecognitionFiles recognitions, PublicBlobs blobs, SigningKeys keys, RulebookFiles rulebooks, UpstreamNews news,
    AuthorityLog log, AuthorityProfile authority, TimeProvider clock) : IActivity<JudgeInput, Judged>
{
    /// <summary>Where a statement is published.</summary>
    public static string PathOf(string number) => $"recognitions/{number}.jws";

    /// <inheritdoc/>
    public async Task<Judged> Run(ActivityContext context, JudgeInput input, CancellationToken cancellation)
    {
        var number = CertificateNumber.Parse(input.Number);
        var at = clock.GetUtcNow();
        var verified = await foreign.Verify(input, at, cancellation);
        var content = verified.Certificate?.Content;
        var rules = await rulebooks.InForceAt(at, cancellation);
        var verdict = RecognitionJudgement.Judge(
            verified.Verdict, content, content is null ? null : RulesApplied.To(content, rules, authority.Code));

        var current = (await recognitions.Find(input.Number, cancellation))?.State;
        if (current is null || current.IsNews(verdict))
        {
            current = await State(context, input, number, verified, verdict, rules, at, cancellation);
        }
        await Publish(current, cancellation);
        if (verdict.Outcome == RecognitionOutcome.Refused)
        {
            await news.Tell(input.Number, RecognitionWords.Of(verdict.Outcome), context.OperationId, cancellation);
        }
        return new Judged(RecognitionWords.Of(verdict.Outcome), IsFinal(verified.Verdict));
    }

    private async Task<RecognitionRecord> State(
        ActivityContext context, JudgeInput input, CertificateNumber number, VerificationResult verified,
        RecognitionVerdict verdict, RulebookInForce rules, DateTimeOffset at, CancellationToken cancellation)
    {
        var before = (await recognitions.Find(input.Number, cancellation))?.State;
        var statement = RecognitionStatement.From(
            authority.Code, number, (before?.Statement.Sequence ?? 0) + 1, verdict, verified.Verdict,
            AppliedRulebook.Of(rules.Current));
        var signed = await RecognitionStatements.SignAsync(statement, keys.Statement, cancellation);
        var content = verified.Certificate?.Content;
        var subject = content is null
            ? before?.Subject
            : new RecognisedSubject(content.Holder.Name, content.System.Name, content.System.Version, content.Validity.NotAfter);

        var changed = await recognitions.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, at, "recognition.stated", statement),
            _ => new RecognitionRecord(number, input.Issuer, statement, signed, subject, before?.SentSequence ?? 0),
            cancellation);
        return changed.Succeeded ? changed.Value.State : throw new InvalidOperationException(changed.Refusal.Message);
    }

    private async Task Publish(RecognitionRecord record, CancellationToken cancellation)
    {
        await log.Enter(LogEntry.Of(record.Statement), cancellation);
        var path = PathOf(record.Number.Text);
        var content = Encoding.ASCII.GetBytes(record.Signed);
        var published = await blobs.Find(path, cancellation);
        if (published?.Content.AsSpan().SequenceEqual(content) is true) return;
        var written = await blobs.PutVersion(
            path, content, RecognitionStatements.MediaType, published?.ETag, StatusListPublisher.Refresh, cancellation);
        if (!written.Succeeded) throw new InvalidOperationException(written.Refusal.Message);
    }

    // Expired, withdrawn and superseded never come back; a bad signature may be a file that its issuer repairs.
    private static bool IsFinal(VerificationVerdict verdict) =>
        verdict.Reasons.Any(reason => reason.Code is "certificate.expired" or "certificate.withdrawn" or "certificate.superseded");
}
