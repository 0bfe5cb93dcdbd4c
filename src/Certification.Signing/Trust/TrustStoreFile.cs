using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Certification.Domain;
using Certification.Signing.Json;
using Certification.Signing.Keys;

namespace Certification.Signing.Trust;

/// <summary>Opens trust as it comes in files: PEM certificates, or a signed trust list.</summary>
public static class TrustStoreFile
{
    /// <summary>Opens either form, pinned by the fact that the verifier chose the file. A PEM file holds roots and the keys
    /// under them; a trust list must be signed by the anchor that it names for its publisher.</summary>
    /// <param name="fault">Why it does not open, with the next step in the message; null when it does.</param>
    public static TrustStore? OpenPinned(string text, out Reason? fault) =>
        text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
            ? PemTrust.Open(text, out fault)
            : OpenList(text, _ => true, minimumSequence: 1, out fault);

    /// <summary>Opens a trust list that came from anywhere, because an anchor is pinned.</summary>
    /// <param name="anchor">The pinned root certificate that must have signed the list.</param>
    /// <param name="minimumSequence">The highest sequence seen so far; an earlier list is a rollback and is refused.</param>
    /// <param name="fault">Why it does not open; null when it does.</param>
    public static TrustStore? OpenList(string compact, X509Certificate2 anchor, long minimumSequence, out Reason? fault) =>
        OpenList(compact, candidate => candidate.RawDataMemory.Span.SequenceEqual(anchor.RawDataMemory.Span), minimumSequence, out fault);

    private static TrustStore? OpenList(
        string compact, Predicate<X509Certificate2> isPinned, long minimumSequence, out Reason? fault)
    {
        if (SignedJson.Read(compact.Trim()) is not { Document.Type: SignedJsonTypes.TrustList } unverified)
        {
            fault = new("trust.malformed", "This is neither a signed trust list nor PEM certificates.");
            return null;
        }

        try
        {
            var list = JsonSerializer.Deserialize<TrustList>(unverified.Document.Payload.Span, DomainJson.Strict)!;
            var publisher = list.Authorities.SingleOrDefault(authority => authority.Code == list.Publisher);
            var anchor = publisher is null ? null : Certificate(publisher.Anchor);
            if (anchor is null || !isPinned(anchor) || unverified.Verified(new(anchor)) is not { } document)
            {
                fault = new("trust.signature-invalid", $"The list was not signed by the pinned anchor of {list.Publisher}.");
                return null;
            }

            if (list.Sequence < minimumSequence)
            {
                fault = new("trust.rolled-back", $"The list has sequence {list.Sequence}, but {minimumSequence} was seen already.");
                return null;
            }

            fault = null;
            return new(document.Digest, list.NextUpdate, list.Authorities, list.Authorities.SelectMany(Services).ToList(), Logs(list))
            {
                Sequence = list.Sequence,
                Publisher = list.Publisher,
            };
        }
        catch (Exception broken) when (broken is JsonException or CryptographicException or FormatException or ArgumentException or InvalidOperationException)
        {
            fault = new("trust.malformed", $"The trust list cannot be used: {broken.Message}");
            return null;
        }
    }

    // One service that does not chain refuses the whole list: a list that loads in part silently trusts somebody else.
    private static IEnumerable<TrustedService> Services(TrustedAuthority authority)
    {
        var anchor = Certificate(authority.Anchor);
        foreach (var service in authority.Services)
        {
            var certificate = Certificate(service.Certificate);
            if (!ChainCheck.LeadsTo(anchor, certificate))
            {
                throw new CryptographicException($"{certificate.Subject} of {authority.Code} does not chain to its anchor.");
            }

            if (service is { CompromisedAt: not null, Status: ServiceStatus.Granted })
            {
                throw new CryptographicException($"{certificate.Subject} of {authority.Code} is both compromised and granted.");
            }

            yield return new(
                authority.Code, service.Kind, service.Status, service.From, service.Until, certificate, new VerificationKey(certificate), service.CompromisedAt);
        }
    }

    // Whoever could claim another's log could sign checkpoints for it.
    private static List<TrustedNoteKeys> Logs(TrustList list)
    {
        var logs = list.Authorities.Select(TrustedNoteKeys.Of).ToList();
        return logs.GroupBy(log => log.Origin).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new FormatException($"The log {twice.Key} is claimed by {string.Join(" and ", twice.Select(log => log.Authority))}.")
            : logs;
    }

    private static X509Certificate2 Certificate(string base64) => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64));
}
