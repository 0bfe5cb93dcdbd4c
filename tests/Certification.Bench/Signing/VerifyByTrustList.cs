using Certification.Bench.Harness;
using Certification.Signing.Keys;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;

namespace Certification.Bench.Signing;

/// <summary>A verdict by a trust list whose issuers were chained and their keys opened when it was loaded, against the signature check
/// alone with the issuer's key pinned.</summary>
public sealed class VerifyByTrustList : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "verify a certificate, issuer cache warm";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        var hand = await CertificateAtHand.Make();
        using var authority = hand.Authority;
        var pinned = new VerificationKey(authority.Keys.Issuing.Certificate);
        var inputs = new VerificationInputs(hand.Trust, null, SampleDraft.Day.AddDays(1), TimeSpan.FromDays(1));
        return
        [
            await new Comparison(Name, "the same, key pinned", "us", 1.15, Direction.AtMost).Run(
                () => CertificateAtHand.Time(() => Require(CertificateVerifier.Check(hand.Signed.Xml, _ => pinned).Certificate is not null)),
                () => CertificateAtHand.Time(() => Require(CertificateVerification.Verify(hand.Signed.Xml, inputs).Certificate is not null))),
        ];
    }

    private static ValueTask Require(bool holds) =>
        holds ? ValueTask.CompletedTask : throw new InvalidOperationException("What is measured must verify.");
}
