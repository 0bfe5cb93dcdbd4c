using System.Text.Json.Serialization;
using Certification.Domain;
using Certification.Domain.Certificates;

namespace Certification.Signing.Credentials;

/// <summary>A certificate as a W3C Verifiable Credential (VCDM 2.0). It follows from the certificate alone, member by member, so that it
/// can say neither more nor less; what is withheld there is the same commitment here.</summary>
/// <param name="Issuer">Names the authority by its code.</param>
/// <param name="CredentialStatus">The certificate's place in its issuer's token status list.</param>
/// <param name="RelatedResource">Context and schema by digest. The XML is not among them: a digest there is of a file, and the same
/// certificate exists in many files.</param>
/// <param name="CanonicalDigest">SHA-256 of the certificate's canonical XML body, its identity in every form.</param>
/// <param name="Status">The same place as the claim that readers of JWT look for (draft-ietf-oauth-status-list §6.2).</param>
public sealed record VerifiableCredential(
    [property: JsonPropertyName("@context")] IReadOnlyList<string> Context,
    string Id,
    IReadOnlyList<string> Type,
    CredentialIssuer Issuer,
    DateTimeOffset ValidFrom,
    DateTimeOffset ValidUntil,
    CredentialSubject CredentialSubject,
    CredentialStatusEntry CredentialStatus,
    CredentialDocument CredentialSchema,
    IReadOnlyList<CredentialDocument> RelatedResource,
    CertificateNumber Number,
    Sha256Digest CanonicalDigest,
    DateTimeOffset SignedAt,
    CredentialStatusClaim Status)
{
    /// <summary>Content type under which credentials are published (VC-JOSE-COSE §6.1).</summary>
    public const string MediaType = "application/vc+jwt";

    /// <summary>Usual end of a file's name.</summary>
    public const string FileExtension = ".vc.jwt";

    private const string BaseContext = "https://www.w3.org/ns/credentials/v2";

    /// <summary>The credential of a certificate.</summary>
    /// <param name="canonicalDigest">SHA-256 of the certificate's canonical body.</param>
    public static VerifiableCredential Of(Certificate certificate, Sha256Digest canonicalDigest)
    {
        var content = certificate.Content;
        var pointer = content.Status;
        // Status lists are published at {root}/status/{list}; what describes credentials stands below the same root.
        var root = new Uri(new Uri(pointer.List), "../");
        var context = new CredentialDocument(
            new Uri(root, CredentialDocuments.ContextPath).ToString(), CredentialDocuments.IntegrityOf(CredentialDocuments.Context),
            MediaType: CredentialDocuments.ContextMediaType);
        var schema = new CredentialDocument(
            new Uri(root, CredentialDocuments.SchemaPath).ToString(), CredentialDocuments.IntegrityOf(CredentialDocuments.Schema), Type: "JsonSchema");
        return new(
            [BaseContext, context.Id],
            $"urn:certification:number:{content.Number}",
            ["VerifiableCredential", "AiSystemCertificate"],
            new(CredentialIssuer.IdOf(content.Issuer.Code), content.Issuer.Name),
            content.Validity.NotBefore,
            content.Validity.NotAfter,
            new("CertifiedAiSystem", $"{content.System.Name} {content.System.Version}", content),
            new($"{pointer.List}#{pointer.Index}", "TokenStatusListEntry", pointer.List, pointer.Index),
            schema,
            [context],
            content.Number,
            canonicalDigest,
            certificate.SignedAt,
            new(new(pointer.Index, pointer.List)));
    }
}

/// <summary>The authority that certified.</summary>
public sealed record CredentialIssuer(string Id, string Name)
{
    /// <summary>The id of an authority, a URL as VCDM 2.0 §4.7 wants it.</summary>
    public static string IdOf(string authority) => $"urn:certification:authority:{authority}";
}

/// <summary>The certified system.</summary>
/// <param name="Name">Name and version.</param>
/// <param name="Certificate">Everything that the certificate says.</param>
public sealed record CredentialSubject(string Type, string Name, CertificateDraft Certificate);

/// <summary>A place in a token status list, as VCDM 2.0 §4.10 wants it.</summary>
public sealed record CredentialStatusEntry(string Id, string Type, string StatusList, int StatusIndex);

/// <summary>A published document and its digest.</summary>
public sealed record CredentialDocument(
    string Id, [property: JsonPropertyName("digestSRI")] string DigestSri, string? Type = null, string? MediaType = null);

/// <summary>The claim <c>status</c>.</summary>
public sealed record CredentialStatusClaim([property: JsonPropertyName("status_list")] CredentialStatusPlace StatusList);

/// <summary>List and place.</summary>
public sealed record CredentialStatusPlace(int Idx, string Uri);
