using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Log;

namespace Certification.Signing.Verification;

/// <summary>What a verifier wants of the log, and the proof that it was given.</summary>
/// <param name="Policy">The logs and witnesses that it believes.</param>
/// <param name="Proof">In the text form of C2SP tlog-proof; null when it has none.</param>
public sealed record LogEvidence(LogPolicy Policy, string? Proof)
{
    /// <summary>Checks that the certificate is in its log.</summary>
    /// <param name="digest">SHA-256 of its canonical signed body.</param>
    /// <param name="objection">Why it is not shown to be; null when it is.</param>
    /// <returns>The checkpoint that covers it; null when it is not shown.</returns>
    internal WitnessedCheckpoint? Open(Certificate certificate, Sha256Digest digest, out Objection? objection)
    {
        var (fault, opened) = (default(Reason), default(WitnessedCheckpoint));
        if (Proof is null)
        {
            fault = new("log.proof-missing", "No proof was given that the certificate is in its log.");
        }
        else if (!LogProof.TryParse(Proof, out var proof))
        {
            fault = new("log.proof-malformed", "What was given is no proof of a log.");
        }
        else
        {
            opened = proof.Open(LogEntry.Of(certificate.Number, digest).Bytes(), Policy, out fault);
        }

        if (opened is not null && opened.Checkpoint.Origin != certificate.Content.Log)
        {
            fault = new("log.wrong-log", $"The proof is of the log {opened.Checkpoint.Origin}; the certificate names {certificate.Content.Log}.");
        }

        objection = fault is null
            ? null
            : Objection.Undetermined(fault.Code, fault.Message, $"Get the log proof of {certificate.Number}, with a checkpoint that the witnesses you trust have cosigned.");
        return fault is null ? opened : null;
    }
}
