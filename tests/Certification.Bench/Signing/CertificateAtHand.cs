using System.Diagnostics;
using Certification.Domain.Certificates;
using Certification.Signing.Trust;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;

namespace Certification.Bench.Signing;

/// <summary>What both benchmarks of signing need, made once.</summary>
internal sealed record CertificateAtHand(SampleAuthority Authority, LintedDraft Draft, SignedCertificate Signed, TrustStore Trust)
{
    private const int CallsPerRound = 2_000;

    public static async Task<CertificateAtHand> Make()
    {
        var authority = new SampleAuthority();
        LintedDraft.TryPass(SampleDraft.Create(), SampleDraft.Context, out var draft, out _);
        return new(authority, draft!, await authority.SignAsync(), await authority.TrustAsync());
    }

    /// <summary>Microseconds a call, over a round.</summary>
    public static async Task<double> Time(Func<ValueTask> call)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < CallsPerRound; i++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / CallsPerRound;
    }
}
