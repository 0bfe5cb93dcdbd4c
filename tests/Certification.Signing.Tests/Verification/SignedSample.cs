using System.Text;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Verification;

/// <summary>One signed certificate for all cases of a class: keys are slow to make. The helpers cut and paste its text.</summary>
public sealed class SignedSample : IAsyncLifetime
{
    private TrustStore? _trust;

    /// <summary>The authority that signed.</summary>
    public SampleAuthority Xa { get; } = new();

    /// <summary>The certificate, untouched.</summary>
    public SignedCertificate Certificate { get; private set; } = null!;

    /// <summary>Its file as text.</summary>
    public string Text => Encoding.UTF8.GetString(Certificate.Xml);

    /// <summary>The signature element of a file.</summary>
    public static string SignatureOf(string xml) =>
        xml[xml.IndexOf("<Signature ", StringComparison.Ordinal)..xml.IndexOf("</Certificate>", StringComparison.Ordinal)];

    /// <summary>The file without its signature.</summary>
    public static string BodyOf(string xml) => xml.Replace(SignatureOf(xml), "");

    /// <summary>The file with another signature value.</summary>
    public static string WithValue(string xml, byte[] value) => Between(xml, "<SignatureValue>", "</SignatureValue>", Convert.ToBase64String(value));

    /// <summary>The bytes of the signature value.</summary>
    public static byte[] ValueOf(string xml)
    {
        var from = xml.IndexOf("<SignatureValue>", StringComparison.Ordinal) + "<SignatureValue>".Length;
        return Convert.FromBase64String(xml[from..xml.IndexOf("</SignatureValue>", StringComparison.Ordinal)]);
    }

    /// <summary>The text with something else between two marks.</summary>
    public static string Between(string xml, string from, string to, string replacement)
    {
        var start = xml.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return xml[..start] + replacement + xml[xml.IndexOf(to, start, StringComparison.Ordinal)..];
    }

    /// <summary>Checks a file against this authority's pinned key.</summary>
    public SignatureCheck Check(ReadOnlyMemory<byte> file) =>
        CertificateVerifier.Check(file, thumbprint => _trust!.Find(ServiceKind.Issuing, thumbprint)?.Key);

    /// <inheritdoc cref="Check(ReadOnlyMemory{byte})"/>
    public SignatureCheck Check(string xml) => Check(Encoding.UTF8.GetBytes(xml));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Certificate = await Xa.SignAsync();
        _trust = await Xa.TrustAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Xa.Dispose();
        return ValueTask.CompletedTask;
    }
}
