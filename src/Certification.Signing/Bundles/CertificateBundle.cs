using System.Text.Json;
using Certification.Domain;

namespace Certification.Signing.Bundles;

/// <summary>A certificate and everything that a verifier without a network needs to judge it, in one file. Nothing in it is believed
/// because it is in it: each part is signed, and trust comes from outside.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Certificate">The signed XML.</param>
/// <param name="TrustList">A signed trust list, with the chains of the keys that it grants.</param>
/// <param name="StatusList">The issuer's status list as JWT.</param>
/// <param name="StatusListCwt">The same as CWT, instead; base64 in the file.</param>
/// <param name="StatusRecord">The issuer's record about this certificate.</param>
/// <param name="LogProof">Inclusion proof with the cosigned checkpoint (C2SP tlog-proof).</param>
/// <param name="Rulebook">The rulebook that it was issued under, as JSON text: its digest stands in the certificate.</param>
/// <param name="TimeStamp">An RFC 3161 token over the certificate's canonical digest; base64 in the file.</param>
public sealed record CertificateBundle(
    string Format,
    string Certificate,
    string? TrustList = null,
    string? StatusList = null,
    byte[]? StatusListCwt = null,
    string? StatusRecord = null,
    string? LogProof = null,
    string? Rulebook = null,
    byte[]? TimeStamp = null)
{
    /// <summary>The format that is written and read.</summary>
    public const string CurrentFormat = "certification-bundle/1";

    /// <summary>Content type under which bundles are handed out.</summary>
    public const string MediaType = "application/certification-bundle+json";

    /// <summary>Bytes of the largest bundle that is read.</summary>
    public const int Largest = 16 * 1024 * 1024;

    /// <summary>The file.</summary>
    public byte[] Bytes() => DomainJson.Bytes(this);

    /// <summary>Reads a file. Nothing is verified.</summary>
    /// <param name="fault">Why it is no bundle; null when it is.</param>
    public static CertificateBundle? Read(ReadOnlySpan<byte> file, out Reason? fault)
    {
        try
        {
            var bundle = file.Length <= Largest ? JsonSerializer.Deserialize<CertificateBundle>(file, DomainJson.Strict) : null;
            fault = bundle?.Format == CurrentFormat ? null : new("bundle.malformed", $"This is no bundle of the format {CurrentFormat}.");
            return fault is null ? bundle : null;
        }
        catch (JsonException broken)
        {
            fault = new("bundle.malformed", $"This is no bundle: {broken.Message}");
            return null;
        }
    }
}
