using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Testing.Certificates;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;

namespace Certification.Signing.Tests.TimeStamps;

/// <summary>A time-stamping authority on this machine: a root, and a key under it that may do nothing but time-stamp (RFC 3161
/// §2.3). It stamps with a time of one's choice, or as <c>openssl ts</c> does, with the machine's.</summary>
internal sealed class LocalTsa : IDisposable
{
    private const string Policy = "1.3.6.1.4.1.55555.1";
    private static readonly Oid TimeStamping = new("1.3.6.1.5.5.7.3.8");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public LocalTsa()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Clock root", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Root = rootRequest.CreateSelfSigned(SampleDraft.Day.AddYears(-1), SampleDraft.Day.AddYears(90));
        var request = new CertificateRequest("CN=Clock", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([TimeStamping], critical: true));
        _certificate = request.Create(Root, SampleDraft.Day.AddYears(-1), SampleDraft.Day.AddYears(80), [1, 2, 3]);
    }

    /// <summary>What a verifier pins.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>A token of this time.</summary>
    public byte[] Stamp(Sha256Digest digest, DateTimeOffset at)
    {
        using var pem = new StringReader(_key.ExportECPrivateKeyPem());
        var pair = (Org.BouncyCastle.Crypto.AsymmetricCipherKeyPair)new PemReader(pem).ReadObject();
        var certificate = DotNetUtilities.FromX509Certificate(_certificate);
        var generator = new TimeStampTokenGenerator(pair.Private, certificate, TspAlgorithms.Sha256, Policy);
        generator.SetCertificates(CollectionUtilities.CreateStore([certificate]));
        var request = new TimeStampRequestGenerator();
        request.SetCertReq(true);
        return generator.Generate(request.Generate(TspAlgorithms.Sha256, digest.ToBytes()), BigInteger.One, at.UtcDateTime).GetEncoded();
    }

    /// <summary>A token that openssl made, of now.</summary>
    public byte[] StampByOpenssl(Sha256Digest digest)
    {
        var folder = Directory.CreateTempSubdirectory("certification-tsa");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "key.pem"), _key.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(Path.Combine(folder.FullName, "crt.pem"), _certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(folder.FullName, "serial"), "01\n");
            File.WriteAllText(
                Path.Combine(folder.FullName, "tsa.cnf"),
                $"[tsa]\ndefault_tsa=one\n[one]\nserial=./serial\ndefault_policy={Policy}\ndigests=sha256\nsigner_digest=sha256\naccuracy=secs:1\ness_cert_id_alg=sha256\n");
            Openssl(folder.FullName, "ts", "-query", "-digest", digest.Hex, "-sha256", "-cert", "-out", "query");
            Openssl(folder.FullName, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-signer", "crt.pem", "-inkey", "key.pem", "-token_out", "-out", "token");
            return File.ReadAllBytes(Path.Combine(folder.FullName, "token"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose()
    {
        _key.Dispose();
        _certificate.Dispose();
        Root.Dispose();
    }

    private static void Openssl(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(errors);
        }
    }
}
