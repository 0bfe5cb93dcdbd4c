using System.Security.Cryptography.X509Certificates;
using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Signing.Verification;

namespace Certification.Signing.Bundles;

/// <summary>What a verifier brings to a bundle: everything that the bundle cannot vouch for itself.</summary>
/// <param name="Trust">Trust that the verifier has already; null to take the bundle's trust list.</param>
/// <param name="Anchor">The pinned root certificate that the bundle's trust list must be signed by; null when there is none.</param>
/// <param name="Log">The logs and witnesses that it believes; null to go by those of the trust list.</param>
/// <param name="At">The instant that is asked about.</param>
/// <param name="MaxAge">How old the status may be at that instant.</param>
/// <param name="TimeStampRoots">Roots of time-stamping authorities that it believes; null for none.</param>
/// <param name="Witnesses">With <paramref name="Log"/> null: how many witnesses of the trust list must have cosigned the log proof; null
/// to do without a proof, and yet to refuse one that is false.</param>
public sealed record BundlePolicy(
    TrustStore? Trust, X509Certificate2? Anchor, LogPolicy? Log, DateTimeOffset At, TimeSpan MaxAge, IReadOnlyList<X509Certificate2>? TimeStampRoots = null,
    int? Witnesses = null);

/// <summary>Judges a bundle. Nothing is fetched and no clock is read, so the same file, policy and instant give the same bytes of
/// verdict in ten years.</summary>
public static class BundleVerification
{
    /// <summary>The verdict on the certificate in the bundle.</summary>
    public static VerificationResult Verify(CertificateBundle bundle, BundlePolicy policy)
    {
        var trust = policy.Trust ?? Pinned(bundle, policy.Anchor, out _);
        var inputs = new VerificationInputs(
            trust, bundle.StatusList, policy.At, policy.MaxAge, bundle.StatusListCwt, bundle.StatusRecord,
            Log(bundle, policy, trust),
            bundle.TimeStamp is null ? null : new(policy.TimeStampRoots ?? [], bundle.TimeStamp));
        var result = CertificateVerification.Verify(Encoding.UTF8.GetBytes(bundle.Certificate), inputs);
        return policy.Trust is null ? WithTrustFault(result, bundle, policy.Anchor) ?? WithRulebook(result, bundle) : WithRulebook(result, bundle);
    }

    private static LogEvidence? Log(CertificateBundle bundle, BundlePolicy policy, TrustStore? trust)
    {
        if (policy.Log is not null || trust is null) return policy.Log is null ? null : new(policy.Log, bundle.LogProof);
        var known = trust.Logs(policy.Witnesses ?? 0, policy.At);
        var isAsked = policy.Witnesses is not null || (bundle.LogProof is { } proof && IsOfKnownLog(proof, known));
        return isAsked ? new(known, bundle.LogProof) : null;
    }

    // The origin is the checkpoint's first line, behind the empty line that ends the path.
    private static bool IsOfKnownLog(string text, LogPolicy known) =>
        !LogProof.TryParse(text, out var proof) || known.LogKeys.Any(key => proof.Checkpoint.StartsWith(key.Name + "\n", StringComparison.Ordinal));

    // A list of lower sequence is no rollback here: a bundle is of the day on which it was made.
    private static TrustStore? Pinned(CertificateBundle bundle, X509Certificate2? anchor, out Reason? fault)
    {
        fault = null;
        return bundle.TrustList is null || anchor is null ? null : TrustStoreFile.OpenList(bundle.TrustList, anchor, minimumSequence: 1, out fault);
    }

    // "No trust was given" is not the whole truth when a list was there and the anchor had not signed it.
    private static VerificationResult? WithTrustFault(VerificationResult result, CertificateBundle bundle, X509Certificate2? anchor) =>
        Pinned(bundle, anchor, out var fault) is null && fault is not null && result.Verdict.Outcome == VerificationOutcome.Undetermined
            ? result with { Verdict = result.Verdict with { Reasons = [fault], NextStep = "Pin the anchor of the authority that published the bundle's trust list." } }
            : null;

    private static VerificationResult WithRulebook(VerificationResult result, CertificateBundle bundle)
    {
        if (result.Certificate is not { } certificate || bundle.Rulebook is not { } text)
        {
            return result;
        }

        var cited = certificate.Content.Rulebook;
        var enclosed = Sha256Digest.Of(Encoding.UTF8.GetBytes(text));
        var objection = cited.Digest == enclosed ? null : Objection.Undetermined(
            "bundle.rulebook-differs", $"The certificate was issued under the rulebook {cited.Digest}; the bundle holds {enclosed}.",
            $"Get the rulebook {cited.Id} {cited.Version} from the issuer.");
        var step = StepReport.Step(StepName.Rulebook, objection, "The enclosed rulebook is the one that the certificate names.", new StepFact("digest", enclosed.Hex));
        var verdict = objection is null || result.Verdict.Outcome != VerificationOutcome.Valid ? result.Verdict : result.Verdict with
        {
            Outcome = objection.Outcome,
            Reasons = [new(objection.Code, objection.Message)],
            NextStep = objection.NextStep,
        };
        return result with { Verdict = verdict, Further = [step] };
    }
}
