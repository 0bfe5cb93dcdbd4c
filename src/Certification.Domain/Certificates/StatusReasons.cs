namespace Certification.Domain.Certificates;

/// <summary>Why a status changes, as stable codes that a signed status record carries for ever. What an officer writes in words
/// stands in the directory and is never signed into a record: words are corrected, codes are not.</summary>
public static class StatusReasons
{
    /// <summary>The certificate was put in force.</summary>
    public const string Issued = "issued";

    /// <summary>Restricted because nobody answers for a duty any more.</summary>
    public const string DutyUnowned = "restriction.duty-unowned";

    /// <summary>Another certificate for the same system took its place.</summary>
    public const string Renewed = "succession.renewed";

    /// <summary>Its validity is over.</summary>
    public const string ValidityOver = "expiry.validity-over";

    private static readonly (StatusMove Move, string[] Codes)[] Table =
    [
        (StatusMove.Restrict, ["restriction.unspecified", "restriction.safety", "restriction.nonconformity", "restriction.upstream", DutyUnowned]),
        (StatusMove.Suspend, ["suspension.unspecified", "suspension.incident", "suspension.nonconformity", "suspension.upstream"]),
        (StatusMove.Reinstate, ["reinstatement.unspecified", "reinstatement.remedied", "reinstatement.unfounded"]),
        (StatusMove.Withdraw,
            ["withdrawal.unspecified", "withdrawal.safety", "withdrawal.nonconformity", "withdrawal.holder-request", "withdrawal.issued-in-error", "withdrawal.upstream"]),
        (StatusMove.Supersede, [Renewed]),
        (StatusMove.Expire, [ValidityOver]),
    ];

    /// <summary>The codes that a move may carry. The first one is taken where nobody gives another.</summary>
    public static IReadOnlyList<string> Of(StatusMove move) => Table.Single(row => row.Move == move).Codes;

    /// <summary>Why a code cannot stand for a move, with those that can.</summary>
    public static Refusal Refuse(StatusMove move, string code) => new(
        RefusalKind.Invalid,
        "status.reason-unknown",
        $"'{code}' is no reason to {move.ToString().ToLowerInvariant()} a certificate.",
        $"Give one of {string.Join(", ", Of(move))}, or none.");
}
