namespace Certification.Domain.Rulebooks;

/// <summary>Finds where additions demand less than the floor.</summary>
internal static class Tightening
{
    public static IReadOnlyList<RulebookError> Loosenings(Rulebook floor, RulebookAdditions additions)
    {
        IReadOnlyList<ReferenceSystem> references = [.. floor.References ?? [], .. additions.References ?? []];
        return
        [
            .. floor.Taxonomy.Axes().Zip(additions.Taxonomy.Axes()).SelectMany(pair =>
                Compare(pair.First.Terms, pair.Second.Terms, term => term.Code, Terms)),
            .. Compare(floor.TierRules, additions.TierRules, rule => rule.Id, Rules),
            .. Compare(floor.BarredUses ?? [], additions.BarredUses ?? [], use => use.Id, Bars),
            .. Compare(floor.References ?? [], additions.References ?? [], system => system.Code, References),
            .. Compare(floor.IncidentClocks ?? [], additions.IncidentClocks ?? [], clock => clock.Code, Clocks),
            .. Compare(floor.Evidence, additions.Evidence, kind => kind.Code, (old, replacement) => EvidenceTightening.Loosenings(old, replacement, references)),
            .. Compare(floor.Duties, additions.Duties, duty => duty.Code, Duties),
            .. Compare(floor.ReviewPlans, additions.ReviewPlans, plan => $"reviewPlans.{plan.Tier}", Reviews),
            .. Compare(floor.CertificatePlans, additions.CertificatePlans, plan => $"certificatePlans.{plan.Tier}", CertificateTerms),
            .. DeadlineTerms(floor.Deadlines, additions.Deadlines ?? floor.Deadlines).Select(message => new RulebookError("deadlines", message)),
        ];
    }

    private static IEnumerable<RulebookError> Compare<T>(
        IReadOnlyList<T> floor, IReadOnlyList<T> added, Func<T, string> name, Func<T, T, IEnumerable<string>> loosenings)
    {
        foreach (var repeated in added.GroupBy(name).Where(group => group.Count() > 1))
            yield return new(repeated.Key, "The additions have it more than once.");
        foreach (var (old, replacement) in floor.Join(added, name, name, (old, replacement) => (old, replacement)))
        {
            foreach (var message in loosenings(old, replacement))
                yield return new(name(old), $"The addition is looser than the floor: {message}");
        }
    }

    private static IEnumerable<string> Terms(Term floor, Term added)
    {
        if (floor.Label != added.Label || (floor.Words ?? []).Except(added.Words ?? []).Any()
            || (floor.Tasks ?? []).Except(added.Tasks ?? []).Any())
            yield return "a shared term keeps its label, its words and its tasks.";
    }

    // Whether one expression holds wherever another does cannot be told by looking, so a shared rule keeps its expression.
    private static IEnumerable<string> Rules(TierRule floor, TierRule added)
    {
        if (!floor.When.Equals(added.When))
            yield return "a rule of the floor keeps its expression; add a rule under another id.";
        if (added.Tier < floor.Tier)
            yield return $"the tier may rise from {floor.Tier}, not fall to {added.Tier}.";
    }

    private static IEnumerable<string> Bars(BarredUse floor, BarredUse added)
    {
        if (!floor.When.Equals(added.When))
            yield return "a barred use of the floor keeps its expression; add one under another id.";
    }

    // Thresholds of the floor rest on these values: another value would loosen them without naming them.
    private static IEnumerable<string> References(ReferenceSystem floor, ReferenceSystem added)
    {
        if (floor.System != added.System || floor.Revision != added.Revision || !floor.Results.SequenceEqual(added.Results))
            yield return "a reference system of the floor stays as it is; add one under another code.";
    }

    private static IEnumerable<string> Clocks(IncidentClock floor, IncidentClock added)
    {
        if (added.Title != floor.Title)
            yield return "a shared clock keeps its title, which says what counts as such an incident.";
        if (added.ReportWithinHours > floor.ReportWithinHours)
            yield return $"reported within {floor.ReportWithinHours} hours at the latest, not {added.ReportWithinHours}.";
    }

    private static IEnumerable<string> Duties(Duty floor, Duty added)
    {
        if (added.Title != floor.Title)
            yield return "a shared duty keeps its title, which is what its owner accepts.";
        if (added.From > floor.From)
            yield return $"the duty applies from {floor.From} on, not only from {added.From}.";
        if ((added.MandateFrom ?? added.From) > (floor.MandateFrom ?? floor.From))
            yield return $"its owner states authority and resources from {floor.MandateFrom ?? floor.From} on.";
        if ((floor.ActsAlone && !added.ActsAlone) || (floor.WithinReach && !added.WithinReach))
            yield return "its owner still acts without consent, and within reach, where the floor wants that.";
    }

    private static IEnumerable<string> Reviews(ReviewPlan floor, ReviewPlan added)
    {
        foreach (var message in ReviewLanes.Loosenings(floor, added))
            yield return message;
        if (added.Assessors < floor.Assessors)
            yield return $"at least {floor.Assessors} assessors, not {added.Assessors}.";
        if (added.ReminderAfterDays > floor.ReminderAfterDays || added.EscalationAfterDays > floor.EscalationAfterDays)
            yield return "reminder and escalation may come earlier, not later.";
        if (added.DueAfterDays > floor.DueAfterDays || added.DecisionDueAfterDays > floor.DecisionDueAfterDays)
            yield return "time limits for the authority may be shorter, not longer.";
    }

    private static IEnumerable<string> CertificateTerms(CertificatePlan floor, CertificatePlan added)
    {
        if (added.ValidityDays > floor.ValidityDays)
            yield return $"valid for at most {floor.ValidityDays} days, not {added.ValidityDays}.";
        if (added.SurveillanceIntervalDays > floor.SurveillanceIntervalDays)
            yield return $"surveillance at least every {floor.SurveillanceIntervalDays} days, not {added.SurveillanceIntervalDays}.";
        if (added.RenewalLeadDays < floor.RenewalLeadDays)
            yield return $"renewal starts at least {floor.RenewalLeadDays} days before expiry, not {added.RenewalLeadDays}.";
        foreach (var dropped in floor.Conditions.Except(added.Conditions))
            yield return $"the condition {dropped.Code} is dropped or reworded.";
    }

    private static IEnumerable<string> DeadlineTerms(Deadlines floor, Deadlines added)
    {
        if (added.MissingEvidenceDays > floor.MissingEvidenceDays || added.MoreEvidenceDays > floor.MoreEvidenceDays
            || added.OrphanedDutyDays > floor.OrphanedDutyDays)
            yield return "deadlines for the applicant may be shorter, not longer.";
    }
}
