using System.Security.Cryptography.X509Certificates;
using Certification.Domain;

namespace Certification.Signing.Trust;

/// <summary>The trust that a running process goes by: a later list takes the place of an earlier one without a restart. Thread-safe.</summary>
/// <param name="first">What was opened at the start.</param>
/// <remarks>An answer takes <see cref="Snapshot"/> once and is made with that: two looks could see two lists.</remarks>
public sealed class CurrentTrust(TrustStore first)
{
    private volatile TrustStore _snapshot = first;

    /// <summary>The list in use now.</summary>
    public TrustStore Snapshot => _snapshot;

    /// <summary>Opens a list that may follow the one in use: signed by the same anchor, and not an earlier one. Nothing changes yet.</summary>
    /// <param name="fault">Why it may not: <c>trust.malformed</c>, <c>trust.signature-invalid</c>, <c>trust.rolled-back</c>,
    /// <c>trust.sequence-reused</c> or <c>trust.not-a-list</c>; null when it may.</param>
    public TrustStore? Later(string compact, out Reason? fault)
    {
        var current = Snapshot;
        if (current.PublisherAnchor() is not { } encoded || current.Sequence is not { } sequence)
        {
            fault = new("trust.not-a-list", "The trust in use is pinned certificates, which no list follows. Restart with the list.");
            return null;
        }

        using var anchor = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(encoded));
        var later = TrustStoreFile.OpenList(compact, anchor, sequence, out fault);
        // Two lists of one sequence would let each half of the world see another one, with nobody able to tell.
        if (later is not null && later.Sequence == sequence && later.Digest != current.Digest)
        {
            fault = new("trust.sequence-reused", $"Another list with sequence {sequence} is in use. Sign the new one with a higher sequence.");
        }

        return fault is null ? later : null;
    }

    /// <summary>Goes by this list from now on; <see cref="Later"/> has opened it.</summary>
    public void Follow(TrustStore later) => _snapshot = later;
}
