using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Trust;

namespace Certification.Signing.Keys;

/// <summary>How the X.509 certificates of an authority look: <c>C</c> is its code, <c>O</c> its name, <c>OU</c> the use of the
/// key in lower case (RFC 5280 for the extensions).</summary>
public static class CertificateProfile
{
    private static readonly TimeSpan RootValidity = TimeSpan.FromDays(20 * 365);
    private static readonly TimeSpan ServiceValidity = TimeSpan.FromDays(5 * 365);

    /// <summary>A self-signed root that may issue service certificates and nothing below them.</summary>
    public static X509Certificate2 Root(string code, string name, ECDsa key, DateTimeOffset notBefore)
    {
        var request = new CertificateRequest(Subject(code, name, "root"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(notBefore, notBefore + RootValidity);
    }

    /// <summary>A certificate of a signing key under the root.</summary>
    /// <param name="use">The key's use, in lower case.</param>
    /// <param name="key">The public part is enough.</param>
    /// <param name="root">The root with its private key.</param>
    public static X509Certificate2 Service(string code, string name, string use, ECDsa key, X509Certificate2 root, DateTimeOffset notBefore)
    {
        var request = new CertificateRequest(Subject(code, name, use), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        // RFC 5280 §4.1.2.2: positive, at most 20 bytes.
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F;
        return request.Create(root, notBefore, notBefore + ServiceValidity, serial);
    }

    /// <summary>Reads authority and use from a certificate's subject; false when it does not name them.</summary>
    public static bool TryRead(X509Certificate2 certificate, [NotNullWhen(true)] out string? code, out ServiceKind kind)
    {
        var parts = Parts(certificate);
        code = parts["2.5.4.6"].FirstOrDefault();
        return Enum.TryParse(parts["2.5.4.11"].FirstOrDefault(), ignoreCase: true, out kind) && Enum.IsDefined(kind) && code is not null;
    }

    /// <summary>Code and name of the authority that a certificate of ours names.</summary>
    /// <exception cref="CryptographicException">The subject does not name them.</exception>
    internal static (string Code, string Name) AuthorityOf(X509Certificate2 certificate)
    {
        var parts = Parts(certificate);
        return parts["2.5.4.6"].FirstOrDefault() is { } code && parts["2.5.4.10"].FirstOrDefault() is { } name
            ? (code, name)
            : throw new CryptographicException($"{certificate.Subject} does not name its authority by code (C) and name (O).");
    }

    private static ILookup<string?, string?> Parts(X509Certificate2 certificate) =>
        certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(part => !part.HasMultipleElements)
            .ToLookup(part => part.GetSingleElementType().Value, part => part.GetSingleElementValue());

    private static X500DistinguishedName Subject(string code, string name, string use)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCountryOrRegion(code);
        builder.AddOrganizationName(name);
        builder.AddOrganizationalUnitName(use);
        builder.AddCommonName($"{code} {use}");
        return builder.Build();
    }
}
