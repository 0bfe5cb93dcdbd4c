using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Signing.Keys;
using Certification.Signing.Log;

namespace Certification.Signing.Trust;

/// <summary>Trust as a file of PEM certificates, for a verifier who trusts no list: the roots among them are the anchors, and
/// of the others each counts for the use that its subject names (<see cref="CertificateProfile"/>). Between them a line that is a vkey is
/// a key of a log, or of a witness.</summary>
internal static class PemTrust
{
    /// <summary>Opens the file; null with a fault when a certificate in it chains to no root in it.</summary>
    public static TrustStore? Open(string pem, out Reason? fault)
    {
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(pem);
            var anchors = all.Where(certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)).ToList();
            var services = all.Except(anchors).Select(certificate => Service(certificate, anchors)).ToList();
            fault = null;
            return new(DigestOf(all), nextUpdate: null, authorities: [], services, Logs(pem));
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException)
        {
            fault = new("trust.malformed", $"The certificates cannot be used: {broken.Message}");
            return null;
        }
    }

    // Here nobody says who a witness is: whoever pins the file vouches for each line.
    private static List<TrustedNoteKeys> Logs(string pem)
    {
        var keys = pem.Split('\n').Select(line => NoteVerifier.TryParse(line.Trim(), out var key) ? key : null).OfType<NoteVerifier>().ToList();
        var witnesses = keys.OfType<WitnessVerifier>().ToList();
        return [.. keys.Except(witnesses).GroupBy(key => key.Name).Select(log => new TrustedNoteKeys("", log.Key, [.. log], [])),
            new("", "", [], witnesses)];
    }

    private static TrustedService Service(X509Certificate2 certificate, List<X509Certificate2> anchors)
    {
        if (!anchors.Any(anchor => ChainCheck.LeadsTo(anchor, certificate)))
        {
            throw new CryptographicException($"{certificate.Subject} chains to no root in the file. Add its root certificate.");
        }

        if (!CertificateProfile.TryRead(certificate, out var authority, out var kind))
        {
            throw new CryptographicException($"{certificate.Subject} does not name its authority (C) and its use (OU).");
        }

        return new(
            authority, kind, ServiceStatus.Granted, certificate.NotBefore.ToUniversalTime(), null, certificate, new VerificationKey(certificate));
    }

    private static Sha256Digest DigestOf(X509Certificate2Collection certificates) => Sha256Digest.Of(
        [.. certificates.Select(certificate => certificate.RawData).OrderBy(Convert.ToHexString, StringComparer.Ordinal).SelectMany(der => der)]);
}
