using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Certification.Testing.Certificates;

/// <summary>A time-stamping authority on this machine: a root, and a key under it that may do nothing but time-stamp (RFC 3161
/// §2.3). <c>openssl ts</c> answers in its name, with the machine's time.</summary>
public sealed class OpensslTsa : IDisposable
{
    /// <summary>Whether openssl is on this machine.</summary>
    public static bool IsInstalled { get; } = File.Exists("/usr/bin/openssl");

    /// <summary>The policy under which it stamps.</summary>
    public const string Policy = "1.3.6.1.4.1.55555.1";

    private static readonly Oid TimeStamping = new("1.3.6.1.5.5.7.3.8");

    /// <summary>Makes root and key.</summary>
    public OpensslTsa()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Clock root", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Root = rootRequest.CreateSelfSigned(SampleDraft.Day.AddYears(-1), SampleDraft.Day.AddYears(90));
        var request = new CertificateRequest("CN=Clock", Key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([TimeStamping], critical: true));
        Certificate = request.Create(Root, SampleDraft.Day.AddYears(-1), SampleDraft.Day.AddYears(80), [1, 2, 3]);
    }

    /// <summary>What a verifier pins.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>The certificate of the key that stamps.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The key that stamps.</summary>
    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Answers a TimeStampReq with a TimeStampResp.</summary>
    public byte[] Reply(byte[] query)
    {
        var folder = Directory.CreateTempSubdirectory("certification-tsa");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "query"), query);
            File.WriteAllText(Path.Combine(folder.FullName, "key.pem"), Key.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(Path.Combine(folder.FullName, "crt.pem"), Certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(folder.FullName, "serial"), "01\n");
            File.WriteAllText(
                Path.Combine(folder.FullName, "tsa.cnf"),
                $"[tsa]\ndefault_tsa=one\n[one]\nserial=./serial\ndefault_policy={Policy}\ndigests=sha256\nsigner_digest=sha256\naccuracy=secs:1\ness_cert_id_alg=sha256\n");
            Openssl(folder.FullName, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-signer", "crt.pem", "-inkey", "key.pem", "-out", "reply");
            return File.ReadAllBytes(Path.Combine(folder.FullName, "reply"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
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
