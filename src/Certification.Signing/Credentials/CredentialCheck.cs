using System.Text.Json;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Json;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;

namespace Certification.Signing.Credentials;

/// <summary>Reads a credential and checks that it is signed by the key that it names, that everything in it follows from the certificate
/// that it carries, and that this certificate in canonical XML has the digest that it is bound to.</summary>
internal static class CredentialCheck
{
    /// <summary>Checks one credential.</summary>
    /// <param name="compact">As received.</param>
    public static ExaminedDocument Check(string compact, TrustStore? trust)
    {
        if (SignedJson.Read(compact.Trim()) is not { Document: { Type: SignedJsonTypes.Credential, Signer: var signer } } unverified)
        {
            return ExaminedDocument.Refused(
                new("credential.malformed", $"This is no ES256 credential of type {SignedJsonTypes.Credential} in the one form that is accepted."), StepName.Form);
        }

        if (trust?.Find(ServiceKind.Issuing, signer) is not { } service)
        {
            return ExaminedDocument.Unknown(signer, trust);
        }

        return unverified.Verified(service.Key) is { } document
            ? Read(document, signer)
            : Refused("credential.signature-invalid", $"The signature was not made with the issuing key {signer}.", StepName.Signature);
    }

    private static ExaminedDocument Read(SignedJson document, Sha256Digest signer)
    {
        if (Parse(document) is not { CredentialSubject.Certificate: var content } credential || !IsAddress(content.Status.List))
        {
            return Refused("credential.malformed", "The payload is no credential of a certificate.", StepName.Form);
        }

        if (document.Issuer != CredentialIssuer.IdOf(content.Issuer.Code))
        {
            return Refused(
                "credential.issuer-differs", $"The header names the issuer {document.Issuer}, the certificate is of {content.Issuer.Code}.", StepName.Signature);
        }

        var certificate = new Certificate(content, credential.SignedAt, signer);
        if (CanonicalDigest(certificate) is not { } digest || digest != credential.CanonicalDigest)
        {
            return Refused(
                "credential.digest-differs",
                $"What the credential says is not the certificate with the canonical digest {credential.CanonicalDigest}.", StepName.Signature);
        }

        return DomainJson.Bytes(VerifiableCredential.Of(certificate, digest)).AsSpan().SequenceEqual(document.Payload.Span)
            ? ExaminedDocument.Signed(certificate, digest)
            : Refused("credential.claims-differ", "A claim beside the certificate says something else than the certificate in it.", StepName.Signature);
    }

    private static VerifiableCredential? Parse(SignedJson document)
    {
        try
        {
            return JsonSerializer.Deserialize<VerifiableCredential>(document.Payload.Span, DomainJson.Strict);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    // Through the schema like any certificate: what could not stand in the XML is no certificate here either.
    private static Sha256Digest? CanonicalDigest(Certificate certificate)
    {
        try
        {
            var body = CertificateSigner.Canonical(certificate);
            CertificateXmlReader.Read(body);
            return Sha256Digest.Of(body);
        }
        catch (Exception broken) when (broken is CertificateRejectedException or ArgumentException)
        {
            return null;
        }
    }

    private static ExaminedDocument Refused(string code, string message, StepName step) => ExaminedDocument.Refused(new(code, message), step);
}
