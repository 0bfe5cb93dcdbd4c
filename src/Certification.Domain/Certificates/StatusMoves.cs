using static Certification.Domain.Certificates.CertificateStatus;
using static Certification.Domain.Certificates.StatusMove;

namespace Certification.Domain.Certificates;

/// <summary>Which move leads from which status to which (ISO/IEC 17065 §7.11). What is not in the table is not allowed.</summary>
public static class StatusMoves
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<(CertificateStatus From, StatusMove Move, CertificateStatus To)> Table { get; } =
    [
        (Valid, Restrict, Restricted),
        (Valid, Suspend, Suspended),
        (Valid, Withdraw, Withdrawn),
        (Valid, Expire, Expired),
        (Valid, Supersede, Superseded),
        (Restricted, Reinstate, Valid),
        (Restricted, Suspend, Suspended),
        (Restricted, Withdraw, Withdrawn),
        (Restricted, Expire, Expired),
        (Restricted, Supersede, Superseded),
        (Suspended, Reinstate, Valid),
        (Suspended, Restrict, Restricted),
        (Suspended, Withdraw, Withdrawn),
        (Suspended, Expire, Expired),
    ];

    /// <summary>The status that the move leads to; null when the move is not allowed from here.</summary>
    public static CertificateStatus? Next(CertificateStatus from, StatusMove move) =>
        Table.Where(row => row.From == from && row.Move == move).Select(row => (CertificateStatus?)row.To).SingleOrDefault();

    /// <summary>Why a move is not allowed, with the moves that are.</summary>
    public static Refusal Refuse(CertificateNumber number, CertificateStatus from, StatusMove move)
    {
        var allowed = Table.Where(row => row.From == from).Select(row => row.Move).ToList();
        return new(
            RefusalKind.OutOfStep,
            "certificate.move-not-allowed",
            $"Certificate {number} is {from.ToString().ToLowerInvariant()}: {move.ToString().ToLowerInvariant()} is not possible.",
            allowed.Count == 0
                ? "This status is final; certify the system again."
                : $"Possible from here: {string.Join(", ", allowed).ToLowerInvariant()}.");
    }
}
