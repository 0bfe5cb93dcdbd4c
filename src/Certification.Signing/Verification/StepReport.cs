using System.Globalization;
using Certification.Domain.Certificates;

namespace Certification.Signing.Verification;

/// <summary>Tells a judgement step by step. It decides nothing: each answer is the objection that the verdict chose from, or the
/// fact that there was none.</summary>
internal static class StepReport
{
    /// <summary>The steps that every kind of document has.</summary>
    public static IReadOnlyList<VerificationStep> Of(Judgement judgement)
    {
        var document = Document(judgement);
        return judgement.Document.Certificate is { } certificate
            ?
            [
                .. document,
                Issuer(judgement),
                TrustList(judgement),
                Step(StepName.Validity, judgement.DatesSay(), "The instant lies within the certificate's own dates.",
                    new("from", Moment(certificate.Content.Validity.NotBefore)), new("until", Moment(certificate.Content.Validity.NotAfter)),
                    new("asked about", Moment(judgement.Inputs.At))),
                .. SnapshotSteps.Of(judgement),
                .. SecondSignature(judgement),
            ]
            : [.. document, .. Enum.GetValues<StepName>().Where(name => name is > StepName.Signature and < StepName.Rulebook).Select(Skipped)];
    }

    /// <summary>A step that objected, or proved.</summary>
    public static VerificationStep Step(StepName name, Objection? objection, string proved, params StepFact?[] facts) => new(
        name,
        objection is null ? StepOutcome.Proved : objection.Outcome == VerificationOutcome.Invalid ? StepOutcome.Failed : StepOutcome.Undetermined,
        objection?.Message ?? proved,
        objection?.Code,
        [.. facts.OfType<StepFact>()]);

    /// <summary>A step that nobody took.</summary>
    public static VerificationStep NotAsked(StepName name, string why) => new(name, StepOutcome.NotAsked, why, null, []);

    /// <summary>An instant as facts show it, to the second.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static VerificationStep Skipped(StepName name) => NotAsked(name, "Nothing is asked of a document whose signature does not hold.");

    private static IEnumerable<VerificationStep> Document(Judgement judgement)
    {
        var document = judgement.Document;
        const string isOne = "The file has the one form that a certificate has, with nothing in it that readers could see differently.";
        if (document.Objection is { } objection && document.FailedStep == StepName.Form)
        {
            return [Step(StepName.Form, objection, isOne), Skipped(StepName.Signature)];
        }

        return
        [
            Step(StepName.Form, null, isOne, document.Certificate is { } read ? new StepFact("number", read.Number.Text) : null),
            Step(
                StepName.Signature, document.Objection, "The words are those that the issuing key signed; not one was changed since.",
                document.Digest is { } digest ? new("canonical digest", digest.Hex) : null,
                document.Certificate is { } signed ? new("issuing key", signed.IssuerCertificate.Hex) : null),
        ];
    }

    private static VerificationStep Issuer(Judgement judgement)
    {
        var (evidence, certificate) = (VerificationEvidence.Of(judgement), judgement.Document.Certificate!);
        var issuer = evidence.Issuer;
        return Step(
            StepName.Issuer, judgement.IssuerSays(), $"The key leads to the pinned anchor of {issuer.Authority} and was its issuing key at the signing.",
            evidence.Anchor is { } anchor ? new("anchor", Keys.VerificationKey.ThumbprintOf(anchor).Hex) : null,
            new("key", issuer.Certificate.Subject),
            new("granted from", Moment(issuer.From)),
            issuer.Until is { } until ? new("withdrawn at", Moment(until)) : null,
            issuer.CompromisedAt is { } compromised ? new("compromised since", Moment(compromised)) : null,
            new("signed at", Moment(certificate.SignedAt)));
    }

    private static IEnumerable<VerificationStep> SecondSignature(Judgement judgement) =>
        judgement.Inputs is { SecondSignature: null, RequiresSecondSignature: false }
            ? []
            : [Step(StepName.SecondSignature, judgement.SecondSays(), "The issuer's post-quantum key signed the same canonical digest.")];

    private static VerificationStep TrustList(Judgement judgement) => judgement.Inputs.Trust is { NextUpdate: { } next } trust
        ? Step(StepName.TrustList, judgement.TrustListSays(), "The trust list is current.", new("digest", trust.Digest.Hex), new("next update", Moment(next)))
        : NotAsked(StepName.TrustList, "Certificates were pinned without a list, so nothing of it can be stale.");
}
