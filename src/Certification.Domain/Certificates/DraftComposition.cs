using System.Globalization;
using Certification.Domain.Accountability;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Certificates;

/// <summary>Where a new certificate stands: what the issuer knows and the case does not.</summary>
/// <param name="From">Start of the validity.</param>
/// <param name="Log">Id of the transparency log.</param>
public sealed record DraftPlace(CertificateNumber Number, Issuer Issuer, StatusPointer Status, string Log, DateTimeOffset From);

/// <summary>Puts a certificate together out of a decided case, its sealed dossier and the rulebook. Nothing is invented
/// here: each part comes from something that was sealed or decided.</summary>
public static class DraftComposition
{
    private const int FactsPerItem = 20;

    /// <summary>The complete draft.</summary>
    /// <param name="dossier">The version that was assessed.</param>
    /// <param name="reports">What validation read from its items.</param>
    public static CertificateDraft Compose(
        DraftPlace place, Submission submission, Dossier dossier, IReadOnlyList<EvidenceReport> reports, Rulebook rulebook)
    {
        var declaration = dossier.Declaration;
        var tier = submission.Classification!;
        var plan = rulebook.CertificatePlanFor(tier.Tier);
        var parties = AnsweringParties.Of(submission.Declaration, submission.PartyAnswers ?? []);
        var holder = parties.FirstOrDefault(party => party.Role == "provider") ?? declaration.Parties[0];
        return new CertificateDraft(
            place.Number,
            place.Issuer,
            new Holder(holder.Id, holder.Name, holder.Country),
            new CertifiedSystem(declaration.System.Name, declaration.System.Version, declaration.System.Artifacts),
            new CertificateScope(declaration.Capabilities, [declaration.Context]),
            [.. plan.Conditions, .. Decided(submission)],
            [.. Restrictions(declaration.Context)],
            tier with { Changes = null },
            AppliedRulebook.Of(rulebook),
            dossier.Digest(),
            [.. dossier.Evidence.Select(item => Entry(item, reports.FirstOrDefault(report => report.EvidenceId == item.Id)))],
            parties,
            declaration.System.KnownLimitations,
            declaration.Envelope,
            new ValidityPeriod(place.From, place.From.AddDays(plan.ValidityDays)),
            [Surveillance(plan, place.From)],
            place.Status,
            place.Log,
            declaration.Renews is { } renewed ? CertificateNumber.Parse(renewed) : null,
            SelfDeclared(submission, declaration, rulebook),
            DeclaredEntry.Of(declaration, submission.Salt),
            submission.Inherited);
    }

    /// <summary>What the lints compare a draft of this case with.</summary>
    public static LintContext LintContext(Rulebook rulebook, Submission submission, Dossier dossier)
    {
        var tier = submission.Classification!.Tier;
        return new(
            [.. rulebook.DutiesFor(tier).Select(duty => duty.Code)],
            [.. EvidencePlan.For(rulebook, tier, dossier.Declaration).Select(required => required.Kind.Code)],
            TimeSpan.FromDays(rulebook.CertificatePlanFor(tier).ValidityDays),
            SurveillanceRequired: true,
            AccountabilityGaps.Of(rulebook, submission),
            submission.Decision!.Lane);
    }

    private static SelfDeclaredBasis? SelfDeclared(Submission submission, Declaration declaration, Rulebook rulebook) =>
        submission.Decision!.Lane == ReviewLane.SelfDeclaration && declaration.Statement is { } statement
            ? new(rulebook.ReviewPlanFor(submission.Classification!.Tier).Clause, statement.Party, statement.On, statement.Text)
            : null;

    private static IEnumerable<CertificateCondition> Decided(Submission submission) =>
        submission.Decision!.Conditions.Select((text, index) => new CertificateCondition(
            string.Create(CultureInfo.InvariantCulture, $"decision.condition-{index + 1}"), "required", text));

    // The declared context is a limit: what was assessed for closed access and review by people was assessed for nothing more.
    private static IEnumerable<CertificateCondition> Restrictions(ContextOfUse context) =>
    [
        new("use.sector", context.Sector, $"Only to be used in this sector: {context.Sector}."),
        new("use.role", context.Role, $"Its part in decisions is at most: {context.Role}."),
        new("access.mode", context.Access, $"Access is given at most as: {context.Access}."),
        new("use.environment", context.Environment, $"Tools and network around it are at most: {context.Environment}."),
    ];

    private static SurveillanceActivity Surveillance(CertificatePlan plan, DateTimeOffset from)
    {
        var firstDue = DateOnly.FromDateTime(from.AddDays(plan.SurveillanceIntervalDays).UtcDateTime);
        return new SurveillanceActivity(
            "surveillance.audit", plan.SurveillanceIntervalDays, firstDue,
            $"The authority audits the system in use every {plan.SurveillanceIntervalDays} days.");
    }

    private static EvidenceEntry Entry(EvidenceItem item, EvidenceReport? report)
    {
        if (item.Visibility != Visibility.Public)
        {
            var salt = Convert.FromHexString(item.Salt!);
            return EvidenceEntry.Withheld(item.Kind, item.Visibility, item.Independence, EvidenceEntry.Commit(salt, item.Digest));
        }
        var performed = report?.Claims.Max(claim => claim.PerformedOn);
        var facts = report?.Claims
            .Where(claim => claim is { Metric: not null, Value: not null })
            .DistinctBy(FactName).Take(FactsPerItem)
            .Select(claim => Fact(item, FactName(claim), claim.Value!.Value.ToString("R", CultureInfo.InvariantCulture)));
        return new EvidenceEntry(
            item.Kind, item.Visibility, item.Independence, item.Digest, item.PerformedBy,
            performed is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null, [.. facts ?? []]);
    }

    private static EvidenceFact Fact(EvidenceItem item, string name, string value) => item.WithheldFacts?.Contains(name) is true
        ? new(name, null, EvidenceEntry.CommitText(Opening.FactSalt(item.Salt!, name), value))
        : new(name, value);

    private static string FactName(Claim claim) => claim.Benchmark is null ? claim.Metric! : $"{claim.Benchmark}/{claim.Metric}";
}
