using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>What must be consistent in a rulebook, whatever it demands.</summary>
internal static class RulebookValidation
{
    private static readonly string[] DeclaredData = ["system", "capabilities", "context"];
    private static readonly string[] CertificateData = ["certificate"];

    public static IReadOnlyList<RulebookError> Validate(Rulebook rulebook) =>
    [
        .. Identity(rulebook),
        .. NameValidation.Validate(rulebook),
        .. Repeated(rulebook.TierRules.Select(rule => rule.Id)),
        .. Repeated(rulebook.Evidence.Select(kind => kind.Code)),
        .. Repeated(rulebook.Duties.Select(duty => duty.Code)),
        .. Repeated((rulebook.BarredUses ?? []).Select(use => use.Id)),
        .. Repeated((rulebook.References ?? []).Select(system => system.Code)),
        .. Repeated((rulebook.IncidentClocks ?? []).Select(clock => clock.Code)),
        .. Repeated((rulebook.Recognition?.Conditions ?? []).Select(condition => condition.Id)),
        .. rulebook.Taxonomy.Axes().SelectMany(axis => Repeated(axis.Terms.Select(term => term.Code))),
        .. rulebook.TierRules.SelectMany(rule => Rule(rule.Id, rule.When, rule.Tests, DeclaredData, rulebook)),
        .. (rulebook.BarredUses ?? []).SelectMany(use => Rule(use.Id, use.When, use.Tests, DeclaredData, rulebook)),
        .. rulebook.Evidence.SelectMany(kind => Kind(kind, rulebook)),
        .. ProtocolValidation.Validate(rulebook),
        .. Plans(rulebook),
        .. (rulebook.Recognition?.Conditions ?? []).SelectMany(condition =>
            Rule(condition.Id, condition.When, condition.Tests, CertificateData, rulebook)),
    ];

    private static IEnumerable<RulebookError> Identity(Rulebook rulebook)
    {
        if (rulebook.Version.Split('.') is not [_, _, _] parts || !parts.All(part => int.TryParse(part, out var number) && number >= 0))
            yield return new("version", $"\"{rulebook.Version}\" is not major.minor.patch.");
        if (rulebook.Deadlines is { MissingEvidenceDays: < 1 } or { MoreEvidenceDays: < 1 } or { OrphanedDutyDays: < 1 })
            yield return new("deadlines", "A deadline is at least one day.");
        foreach (var clock in (rulebook.IncidentClocks ?? []).Where(clock => clock.ReportWithinHours < 1))
            yield return new(clock.Code, "An incident is reported within an hour at the earliest.");
    }

    private static IEnumerable<RulebookError> Repeated(IEnumerable<string> codes) =>
        codes.GroupBy(code => code).Where(group => group.Count() > 1)
            .Select(group => new RulebookError(group.Key, "The code is used more than once."));

    // A misspelt path or code would make a rule that never fires, and nobody would see it.
    private static IEnumerable<RulebookError> Rule(
        string id, LogicExpression when, IReadOnlyList<RuleTest> tests, string[] data, Rulebook rulebook)
    {
        foreach (var path in when.Variables().Where(path => !data.Contains(path.Split('.')[0])))
            yield return new(id, $"\"{path}\" is not in the data; paths begin with {string.Join(", ", data)}.");
        var known = KnownConstants(rulebook);
        foreach (var constant in when.Constants().Where(constant => !known.Contains(constant)))
            yield return new(id, $"\"{constant}\" is no code of the taxonomy, the evidence catalogue or the conditions.");
        if (tests.All(test => test.Expected) || !tests.Any(test => test.Expected))
            yield return new(id, "Tests are missing: at least one where the rule holds and one where it does not.");
        foreach (var failed in RuleTests.Run(id, when, tests).Where(result => result.Passed == false))
            yield return new(id, $"Its own test fails: {failed.Name}: {failed.Detail}");
    }

    private static HashSet<string> KnownConstants(Rulebook rulebook) =>
    [
        .. rulebook.Taxonomy.Codes(),
        .. rulebook.Evidence.Select(kind => kind.Code),
        .. rulebook.CertificatePlans.SelectMany(plan => plan.Conditions).Select(condition => condition.Code),
        .. Enum.GetNames<RiskTier>().Select(name => name.ToLowerInvariant()),
        .. ReviewLanes.Codes,
    ];

    private static IEnumerable<RulebookError> Kind(EvidenceKind kind, Rulebook rulebook)
    {
        if (kind.Formats.Count == 0 || kind.Formats.Except(EvidenceFormats.All).Any())
            yield return new(kind.Code, $"Formats are one or more of {string.Join(", ", EvidenceFormats.All)}.");
        if (kind.Formats.Contains("opaque") && !kind.IsOpaque)
            yield return new(kind.Code, "\"opaque\" stands alone: with it among others, anything would do.");
        if (kind.SizeLimit < 1 || kind.EffortHours < 0)
            yield return new(kind.Code, "The size limit is at least 1 byte, and effort is not negative.");
        if (kind.Demands.Count == 0 || kind.Demands.Zip(kind.Demands.Skip(1)).Any(pair => pair.First.From >= pair.Second.From))
            yield return new(kind.Code, "Demands are one or more, by rising tier.");
        foreach (var bound in kind.Demands.SelectMany(demand => demand.Practice?.Bounds ?? []))
        {
            if (!PracticeMeasures.All.Contains(bound.Measure) || (bound.Minimum is null && bound.Maximum is null) || bound.Minimum > bound.Maximum)
                yield return new(kind.Code, $"\"{bound.Measure}\" is no measure of practice, or has no bounds in order; measures are {string.Join(", ", PracticeMeasures.All)}.");
        }

        if (kind.Demands.Any(demand => demand.MaxAgeDays < 1
            || demand.Protocol is { MinimumCoverage: not (>= 0 and <= 1) } or { MinimumSamples: < 0 }))
            yield return new(kind.Code, "A maximum age is at least a day, and coverage is from 0 to 1.");
        foreach (var path in (kind.When?.Variables() ?? []).Where(path => !DeclaredData.Contains(path.Split('.')[0])))
            yield return new(kind.Code, $"\"{path}\" is not in the data; paths begin with {string.Join(", ", DeclaredData)}.");
        foreach (var constant in (kind.When?.Constants() ?? []).Where(constant => !rulebook.Taxonomy.Codes().Contains(constant)))
            yield return new(kind.Code, $"\"{constant}\" is no code of the taxonomy.");
    }

    private static IEnumerable<RulebookError> Plans(Rulebook rulebook)
    {
        foreach (var tier in Enum.GetValues<RiskTier>())
        {
            if (rulebook.ReviewPlans.Count(plan => plan.Tier == tier) != 1 || rulebook.CertificatePlans.Count(plan => plan.Tier == tier) != 1)
                yield return new(tier.ToString().ToLowerInvariant(), "The tier needs exactly one review plan and one certificate plan.");
        }

        foreach (var error in rulebook.ReviewPlans.SelectMany(ReviewLanes.Errors))
            yield return error;
        foreach (var plan in rulebook.ReviewPlans.Where(plan => plan.DecisionDueAfterDays < 1
            || plan.ReminderAfterDays < 1 || plan.EscalationAfterDays <= plan.ReminderAfterDays || plan.DueAfterDays < plan.EscalationAfterDays))
            yield return new($"reviewPlans.{plan.Tier}", "Days of at least 1, and the reminder before escalation before the due day.");
        foreach (var plan in rulebook.CertificatePlans.Where(plan => plan.RenewalLeadDays < 1 || plan.SurveillanceIntervalDays < 1
            || plan.RenewalLeadDays >= plan.ValidityDays))
            yield return new($"certificatePlans.{plan.Tier}", "Renewal starts within the validity, and surveillance at least a day apart.");
    }
}
