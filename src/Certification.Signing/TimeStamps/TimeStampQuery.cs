using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Certification.Domain;

namespace Certification.Signing.TimeStamps;

/// <summary>One question to a time-stamping authority (RFC 3161 §2.4.1) and the check of its answer. Each has a nonce of its own, so
/// that an old answer fits no new question.</summary>
public sealed class TimeStampQuery
{
    private readonly Sha256Digest _digest;
    private readonly Rfc3161TimestampRequest _request;

    private TimeStampQuery(Sha256Digest digest, Rfc3161TimestampRequest request) => (_digest, _request) = (digest, request);

    /// <summary>Content type of the question (RFC 3161 §3.4).</summary>
    public const string MediaType = "application/timestamp-query";

    /// <summary>Asks for a token over a digest, with the certificate of whoever signs it.</summary>
    public static TimeStampQuery Of(Sha256Digest digest) => new(digest, Rfc3161TimestampRequest.CreateFromHash(
        digest.ToBytes(), HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true));

    /// <summary>The TimeStampReq in DER.</summary>
    public byte[] Bytes() => _request.Encode();

    /// <summary>Takes the token out of an answer to this very question.</summary>
    /// <param name="response">The TimeStampResp in DER.</param>
    /// <param name="roots">Pinned roots of time-stamping authorities.</param>
    /// <param name="fault">Why it is not taken: <c>time-stamp.answer-unfit</c> (refused, another digest or nonce, no answer at all) or
    /// one of <see cref="TimeStampEvidence.ExistedAt"/>; null when it is.</param>
    /// <returns>The TimeStampToken in DER.</returns>
    public byte[]? Accept(ReadOnlyMemory<byte> response, IReadOnlyList<X509Certificate2> roots, out Reason? fault)
    {
        try
        {
            var token = _request.ProcessResponse(response, out var read).AsSignedCms().Encode();
            fault = read == response.Length ? null : new("time-stamp.answer-unfit", "Something follows the answer.");
            if (fault is null) new TimeStampEvidence(roots, token).ExistedAt(_digest, out fault);
            return fault is null ? token : null;
        }
        catch (CryptographicException unfit)
        {
            fault = new("time-stamp.answer-unfit", $"The answer does not fit the question: {unfit.Message}");
            return null;
        }
    }
}
