using Certification.Domain.Certificates;
using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>What a submission may take over from the certificate of its base model: kinds that the rulebook lets pass on, about a file
/// that the certificate names by digest, while the certificate is in force. Only evidence that the upstream certificate itself shows
/// counts: what it inherited stays with its own upstream, so that no two certificates can hold each other up.</summary>
/// <param name="Covered">What is taken over; null when nothing is.</param>
/// <param name="Gaps">Why what was named does not cover more.</param>
public sealed record Inheritance(InheritedEvidence? Covered, IReadOnlyList<Gap> Gaps)
{
    /// <summary>Nothing was named.</summary>
    public static Inheritance None { get; } = new(null, []);

    /// <summary>Whether a kind is covered.</summary>
    public bool Covers(string kind) => Covered?.Kinds.Contains(kind) is true;

    /// <summary>Judges what a declaration names.</summary>
    /// <param name="standing">Of the certificate that it names; null when it names none.</param>
    public static Inheritance Of(
        Rulebook rulebook, RiskTier tier, Declaration declaration, IReadOnlyList<EvidenceItem> evidence, UpstreamStanding? standing, DateTimeOffset at)
    {
        if (standing is null) return None;
        if (Objection(tier, declaration, standing) is { } objection)
        {
            return new(null, [Gap(rulebook, objection.Code, "upstream", objection.Message)]);
        }
        var wanted = EvidencePlan.For(rulebook, tier, declaration)
            .Where(required => required.Kind.Inheritable && evidence.All(item => item.Kind != required.Kind.Code)).ToList();
        var gaps = wanted.Select(required => GapOf(rulebook, required, standing, at)).ToList();
        string[] kinds = [.. wanted.Where((_, index) => gaps[index] is null).Select(required => required.Kind.Code)];
        return new(
            kinds.Length == 0 ? null : new InheritedEvidence(standing.Number, standing.Digest!.Value, kinds), [.. gaps.OfType<Gap>()]);
    }

    private static (string Code, string Message)? Objection(RiskTier tier, Declaration declaration, UpstreamStanding standing)
    {
        if (declaration.Renews == standing.Number.Text || standing.Content?.Upstream?.Number.Text is { } above && above == declaration.Renews)
            return ("gap.upstream-circular", $"{standing.Number} would rest on what it is itself the basis of.");
        if (standing.Content is not { } content)
            return ("gap.upstream-not-in-force", $"{standing.Number} cannot be relied on: {standing.Objection}");
        if (declaration.System.BaseModel?.Digest is not { } digest)
            return ("gap.upstream-without-digest", "The base model is declared without a digest, so nothing says that it is what was certified.");
        if (content.System.Artifacts.All(artifact => artifact.Digest != digest))
            return ("gap.upstream-digest-mismatch", $"{standing.Number} certifies no file with the digest of the declared base model.");
        if (content.Tier.Tier < tier)
            return ("gap.upstream-tier-lower", $"{standing.Number} was judged in tier {content.Tier.Tier}, this submission is {tier}.");
        var outside = declaration.Capabilities.Except(content.Scope.Capabilities).ToList();
        return outside.Count > 0
            ? ("gap.upstream-scope", $"{standing.Number} does not cover {string.Join(", ", outside)}.")
            : null;
    }

    private static Gap? GapOf(Rulebook rulebook, RequiredEvidence required, UpstreamStanding standing, DateTimeOffset at)
    {
        var (kind, demand) = required;
        var entries = standing.Content!.Evidence.Where(entry => entry.Kind == kind.Code).ToList();
        if (entries.Count == 0)
            return Gap(rulebook, "gap.upstream-kind-missing", kind.Code, $"{standing.Number} shows no {kind.Code} of its own.");
        var independent = entries.Where(entry => IndependenceCodes.Find(entry.Independence) >= demand.Independence).ToList();
        if (independent.Count == 0)
            return Gap(rulebook, "gap.upstream-independence", kind.Code, $"{standing.Number} rests on {entries[0].Independence} evidence; {demand.Independence.Code()} is wanted.");
        // What a certificate withholds, or a file does not say, may be of any age.
        var dated = independent.Where(entry => entry.PerformedOn is not null).ToList();
        if (dated.Count == 0)
            return Gap(rulebook, "gap.upstream-evidence-undated", kind.Code, $"{standing.Number} does not say when its {kind.Code} was performed.");
        var newest = dated.Max(entry => entry.PerformedOn!.Value);
        return EvidenceAge.IsStale(demand, new DateTimeOffset(newest, TimeOnly.MinValue, TimeSpan.Zero), at)
            ? Gap(rulebook, "gap.upstream-evidence-stale", kind.Code, $"The {kind.Code} of {standing.Number} is of {newest:yyyy-MM-dd}; it may be {demand.MaxAgeDays} days old.")
            : null;
    }

    private static Gap Gap(Rulebook rulebook, string code, string requirement, string message) => new(
        code, requirement, $"{rulebook.Origin} §evidence", message, "Name another upstream certificate, or supply evidence of your own.", 1);
}
