using System.Security.Cryptography.X509Certificates;

namespace Certification.Signing.Trust;

/// <summary>Chains a certificate to one pinned anchor, with nothing of the machine's own trust and nothing from the network.</summary>
internal static class ChainCheck
{
    /// <summary>Whether the certificate was issued under this anchor. Dates are not judged here: whether a certificate was in
    /// force depends on the instant that is asked about.</summary>
    /// <param name="between">Certificates that may stand between the two; they are not trusted for being there.</param>
    public static bool LeadsTo(X509Certificate2 anchor, X509Certificate2 certificate, X509Certificate2Collection? between = null)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(anchor);
        chain.ChainPolicy.ExtraStore.AddRange(between ?? []);
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        chain.ChainPolicy.VerificationTime = certificate.NotBefore;
        var built = chain.Build(certificate);
        var root = chain.ChainElements[^1].Certificate;
        return built && root.RawDataMemory.Span.SequenceEqual(anchor.RawDataMemory.Span);
    }
}
