using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Evidence.Across;

/// <summary>Everything that a check across files may look at.</summary>
/// <param name="Reports">One for each file that was judged.</param>
internal sealed record JudgedDossier(Rulebook Rulebook, IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<EvidenceReport> Reports)
{
    /// <summary>Every claim with the file that makes it.</summary>
    public IReadOnlyList<StatedClaim> Claims { get; } =
        [.. Reports.SelectMany(report => report.Claims.Select(claim => new StatedClaim(report.EvidenceId, claim)))];

    /// <summary>A finding about the dossier, or about one of its files.</summary>
    public Finding Finding(Severity severity, string code, string message, StatedClaim? about = null) =>
        new(code, severity, $"{Rulebook.Origin} §evidence", message, about?.Claim.Where, about?.EvidenceId);
}

/// <summary>A claim with the file that makes it.</summary>
internal sealed record StatedClaim(string EvidenceId, Claim Claim);
