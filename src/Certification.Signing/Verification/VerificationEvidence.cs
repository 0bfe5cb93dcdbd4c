using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;

namespace Certification.Signing.Verification;

/// <summary>What a verification opened, for those who show a verdict. Whoever reaches one asks <see cref="VerificationResult.Verdict"/>.</summary>
/// <param name="Issuer">The service whose key signed.</param>
/// <param name="Anchor">The root that it leads to; null where pinned certificates name none.</param>
/// <param name="StatusList">The issuer's list, if it opened.</param>
/// <param name="Entry">What the list says about this certificate; null when it is another list.</param>
/// <param name="StatusRecord">The issuer's record about this certificate, with every step of its life; null when none opened.</param>
/// <param name="Log">Where the certificate stands in its log; null when that was not shown.</param>
/// <param name="StampedAt">By when it existed, as a trusted time-stamp says.</param>
public sealed record VerificationEvidence(
    TrustedService Issuer,
    X509Certificate2? Anchor,
    StatusListToken? StatusList,
    StatusEntry? Entry,
    StatusRecord? StatusRecord,
    LogPlace? Log,
    DateTimeOffset? StampedAt)
{
    /// <summary>Of a judgement whose document's signature holds.</summary>
    internal static VerificationEvidence Of(Judgement judgement)
    {
        var certificate = judgement.Document.Certificate!;
        var (pointer, list, record) = (certificate.Content.Status, judgement.Status, judgement.Record?.Record);
        var isItsList = list is not null && list.Subject == pointer.List && list.Authority == certificate.Content.Issuer.Code && pointer.Index < list.Entries.Count;
        return new(
            judgement.Issuer(),
            judgement.Inputs.Trust!.Authority(certificate.Content.Issuer.Code) is { } authority
                ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(authority.Anchor))
                : null,
            list,
            isItsList ? list!.Entries[pointer.Index] : null,
            record?.Certificate == judgement.Document.Digest ? record : null,
            judgement.InLog is { } opened ? LogPlace.Of(opened, judgement.Inputs.Log!) : null,
            judgement.StampedAt);
    }
}

/// <summary>Where a certificate stands in a log.</summary>
/// <param name="Index">Of its entry, from 0.</param>
/// <param name="PathLength">Hashes between the entry and the root.</param>
/// <param name="CosignedBy">Witnesses that the verifier knows, with the times of their cosignatures.</param>
public sealed record LogPlace(ulong Index, int PathLength, Checkpoint Checkpoint, IReadOnlyList<Cosignature> CosignedBy)
{
    internal static LogPlace Of(WitnessedCheckpoint opened, LogEvidence evidence)
    {
        LogProof.TryParse(evidence.Proof!, out var proof);
        var cosigned = evidence.Policy.Witnesses.Select(witness => (witness.Name, At: witness.CosignedAt(opened.Note)));
        return new(
            proof!.Index, proof.Path.Count, opened.Checkpoint,
            [.. cosigned.Where(one => one.At is not null).Select(one => new Cosignature(one.Name, one.At!.Value))]);
    }
}

/// <summary>A witness's dated word.</summary>
public sealed record Cosignature(string Witness, DateTimeOffset At);
