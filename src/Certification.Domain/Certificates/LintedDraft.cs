using System.Diagnostics.CodeAnalysis;

namespace Certification.Domain.Certificates;

/// <summary>A draft that may be signed, because every lint passed. The signer takes nothing else.</summary>
/// <remarks>Linting and signing are two durable steps, so the proof that lints passed is not an object in memory but the
/// draft's digest: the linting step stores it, the issuing step redeems it once by compare-and-swap and comes back through
/// <see cref="Redeem"/>.</remarks>
public sealed class LintedDraft
{
    private LintedDraft(CertificateDraft draft, Sha256Digest digest) => (Draft, Digest) = (draft, digest);

    /// <summary>The draft.</summary>
    public CertificateDraft Draft { get; }

    /// <summary>Digest of the draft: the token that issuing redeems once.</summary>
    public Sha256Digest Digest { get; }

    /// <summary>Lints the draft.</summary>
    /// <param name="findings">What is against it; empty when it passed.</param>
    /// <returns>False when there is any finding.</returns>
    public static bool TryPass(
        CertificateDraft draft, LintContext context, [NotNullWhen(true)] out LintedDraft? linted, out IReadOnlyList<LintFinding> findings)
    {
        findings = CertificateLints.Check(draft, context);
        linted = findings.Count == 0 ? new(draft, draft.Digest()) : null;
        return linted is not null;
    }

    /// <summary>Takes up a draft that passed in an earlier step.</summary>
    /// <param name="redeemed">The digest as that step stored it and as the caller has just redeemed it by compare-and-swap.</param>
    /// <exception cref="InvalidOperationException">The draft is not the one that was linted.</exception>
    public static LintedDraft Redeem(CertificateDraft draft, Sha256Digest redeemed)
    {
        var digest = draft.Digest();
        return digest == redeemed
            ? new(draft, digest)
            : throw new InvalidOperationException($"Draft {draft.Number} has digest {digest}, but {redeemed} was linted. Lint it again.");
    }
}
