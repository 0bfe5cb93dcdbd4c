using Certification.Domain.Certificates;
using Certification.Signing.Bundles;
using Certification.Signing.Credentials;
using Certification.Signing.Xml;

namespace Certification.Web.Certificates;

/// <summary>What somebody sends to have it verified. Its form is read from its first bytes: names and media types are the sender's word.</summary>
internal static class SubmittedDocument
{
    /// <summary>Bytes of the largest document that is taken: a bundle with its rulebook, status and trust list is a tenth of it.</summary>
    public const int Largest = 4 * 1024 * 1024;

    /// <summary>Content types that the API names.</summary>
    public static readonly string[] MediaTypes = [CertificateXml.MediaType, "text/xml", VerifiableCredential.MediaType, CertificateBundle.MediaType, "application/json"];

    // What is not even XML is a request that cannot be read; what is XML and no good certificate is a verdict.
    private static readonly string[] NotXml = [CertificateFault.NotWellFormed.Code(), CertificateFault.EncodingNotAllowed.Code()];

    /// <summary>Whether the file is JSON, and so a bundle or nothing.</summary>
    public static bool IsBundle(ReadOnlySpan<byte> file) => file.TrimStart(" \t\r\n"u8).StartsWith("{"u8);

    /// <summary>Whether the verdict says that the file was no document at all.</summary>
    public static bool IsUnreadable(VerificationVerdict verdict) => verdict.Reasons is [{ Code: var code }] && NotXml.Contains(code);
}
