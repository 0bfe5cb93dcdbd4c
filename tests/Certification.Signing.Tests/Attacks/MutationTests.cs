using System.Globalization;
using Certification.Signing.Tests.Verification;
using Xunit;

namespace Certification.Signing.Tests.Attacks;

/// <summary>No damage crashes or stalls the verifier, or is accepted with another content. The seed is fixed: what fails once
/// fails again.</summary>
public sealed class MutationTests(SignedSample signed) : IClassFixture<SignedSample>
{
    private const int Seed = 20260302;

    // At least 100,000 where CERTIFICATION_DEEP says so; a few thousand keep the daily run short.
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("CERTIFICATION_DEEP"), CultureInfo.InvariantCulture, out var deep) ? Math.Max(deep, 100_000) : 3_000;

    [Fact]
    public async Task No_damaged_certificate_is_accepted_unless_its_signed_body_is_the_same()
    {
        var mutation = new Mutation(signed.Certificate.Xml, new Random(Seed));
        var body = signed.Certificate.Certificate.Content.Digest();
        var accepted = 0;
        for (var round = 0; round < Count; round++)
        {
            var file = mutation.Next();
            var check = await Task.Run(() => signed.Check(file)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            if (check.Certificate is null)
            {
                Assert.True(check.Fault is not null || check.IssuerSought is not null, $"round {round} of seed {Seed}");
                continue;
            }

            accepted++;
            Assert.True(
                check.CanonicalDigest == signed.Certificate.CanonicalDigest && check.Certificate.Content.Digest() == body,
                $"round {round} of seed {Seed}");
        }

        // Damage that canonicalization undoes is accepted; without any of it this test would not have reached the signature.
        Assert.InRange(accepted, Count / 1000, Count / 4);
    }
}
