using System.Text.Json;

namespace Certification.Signing.Xml;

/// <summary>Why a document is no certificate of the profile. Each fault has one stable reason code.</summary>
public enum CertificateFault
{
    /// <summary>The file is larger than <see cref="StrictXml.LargestFile"/>.</summary>
    TooLarge,

    /// <summary>Not well-formed XML 1.0.</summary>
    NotWellFormed,

    /// <summary>A byte order mark, or an encoding other than UTF-8.</summary>
    EncodingNotAllowed,

    /// <summary>A document type declaration: entities and default attributes change what a reader sees.</summary>
    DoctypePresent,

    /// <summary>A processing instruction.</summary>
    ProcessingInstructionPresent,

    /// <summary>A comment: readers that take the first text node see less than what was signed.</summary>
    CommentPresent,

    /// <summary>A CDATA section: canonicalization rewrites it.</summary>
    CdataPresent,

    /// <summary>Deeper than <see cref="StrictXml.DeepestElement"/>: canonicalization is recursive.</summary>
    TooDeep,

    /// <summary>More attributes on one element than any of the profile has.</summary>
    TooManyAttributes,

    /// <summary><c>xml:lang</c>, <c>xml:space</c> and the like: implementations canonicalize them differently.</summary>
    XmlAttributePresent,

    /// <summary>An attribute that the profile does not know, <c>Id</c> among them.</summary>
    AttributeNotAllowed,

    /// <summary>An element or a declaration of a namespace other than the certificate's and XML-DSig's.</summary>
    NamespaceNotAllowed,

    /// <summary>The root is another element.</summary>
    RootUnknown,

    /// <summary>No signature at the root.</summary>
    SignatureMissing,

    /// <summary>More than one signature anywhere.</summary>
    SignatureRepeated,

    /// <summary>Something follows the signature inside the root.</summary>
    SignatureNotLast,

    /// <summary>The signature's elements are not those of the profile, in their order.</summary>
    SignatureMalformed,

    /// <summary>An <c>Object</c>: content that nobody signed.</summary>
    ObjectPresent,

    /// <summary>Another canonicalization than exclusive C14N without comments.</summary>
    CanonicalizationNotAllowed,

    /// <summary>Another signature algorithm than ECDSA or RSA, each with SHA-256.</summary>
    SignatureAlgorithmNotAllowed,

    /// <summary>More than one reference.</summary>
    ReferenceRepeated,

    /// <summary>A reference to anything but the whole document (<c>URI=""</c>).</summary>
    ReferenceNotTheDocument,

    /// <summary>Other transforms than enveloped-signature and exclusive C14N, in this order.</summary>
    TransformNotAllowed,

    /// <summary>Another digest than SHA-256.</summary>
    DigestAlgorithmNotAllowed,

    /// <summary>The document was changed after it was signed.</summary>
    DigestMismatch,

    /// <summary>The signature value does not belong to this document and this issuer key.</summary>
    SignatureInvalid,

    /// <summary>The issuer's key is of a kind or size that the profile does not allow.</summary>
    KeyNotAllowed,

    /// <summary>The signed body is not valid by the published schema.</summary>
    SchemaViolated,

    /// <summary>The key belongs to another authority than the one that the certificate names.</summary>
    IssuerMismatch,
}

/// <summary>The reason codes of the faults.</summary>
public static class CertificateFaults
{
    private static readonly Dictionary<CertificateFault, string> Codes = Enum.GetValues<CertificateFault>()
        .ToDictionary(fault => fault, fault => "certificate." + JsonNamingPolicy.KebabCaseLower.ConvertName(fault.ToString()));

    /// <summary>Such as <c>certificate.signature-invalid</c>.</summary>
    public static string Code(this CertificateFault fault) => Codes[fault];
}

/// <summary>Carries a fault out of the depth of a parser to the verifier, which turns it into a value; nobody else sees it.</summary>
internal sealed class CertificateRejectedException(CertificateFault fault, string message) : Exception(message)
{
    public CertificateFault Fault { get; } = fault;
}
