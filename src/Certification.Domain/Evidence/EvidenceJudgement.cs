using Certification.Domain.Evidence.Checks;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Evidence;

/// <summary>Judges one evidence file by what a reader found in it.</summary>
public static class EvidenceJudgement
{
    private static readonly IReadOnlyList<IEvidenceCheck> Checks =
    [
        new FileMustBeReadable(), new FormatVersionMustBeKnown(), new FormatMustBeAccepted(), new EvidenceMustBeFresh(), new IndependenceMustSuffice(),
        new RunMustHaveSucceeded(), new RunMustNotBeInvalidated(), new RunMustBeOfTheSystem(), new ModelMustBePinned(),
        new SpecificationMustBeOfTheSystem(), new RunMustBeOfTheProtocol(), new BenchmarkMustBeOfAPinnedVersion(), new HarnessMustBeOfTheProtocol(),
        new RunMustCoverTheBenchmark(), new SampleCountsMustAgree(), new FailedSamplesMustBeFew(), new ScoresMustFollowFromTheSamples(),
        new ScoresMustHaveWeight(), new OutputsMustBeAsConfigured(), new DataMustNotBeReused(), new RatesMustAddUp(),
        new MetricsMustMeetTheThresholds(), new GroupsMustFareAlike(), new RevisionMustBeClean(), new HarnessMustBeReleased(),
        new AliasMustBeResolved(), new DetectorsMustBeAbleToFail(), new RunMustHaveTakenTime(), new ScoresMustNotBeEdited(),
        new ResultsMustComeFromARun(), new ForeignCodeMustBeKnown(), new RunMustBeDated(), new ReferencesAreNoEvaluation(),
        new SamplesMustComeWithTheirResults(), new IndependenceMustNotBeOverstated(), new ChecklistMustBeAnsweredInEarnest(),
        new AttestationMustBeSigned(), new AttestationMustBindADigest(), new DatasetMustBeDescribed(), new RisksMustBeDealtWith(),
        new BomMustDescribeTheSystem(), new BomMustPinTheWeights(), new BomMustNameTheBaseModel(), new BomMustNameTheDatasets(),
        new BomReferencesMustResolve(), new BomStatementsMustHold(),
        new CardMustNameTheSystem(), new CardMustNotAdviseAgainstTheUse(), new CardMustNotIntendAnotherUse(), new EvidenceMustNotShowOtherCapabilities(), new CardMustStateLimitations(), new CardMustHaveAHeader(),
        new CardResultsMustBePinned(), new CardMustNameTheBaseModel(),
        new AssuranceMustBeOfTheSystem(), new OperatorsMustBeTrained(), new TrainingMustBeRefreshed(), new EscalationMustReachSomebody(),
        new AutonomyMustHaveLimits(), new UncertaintyMustBeVisible(), new SomebodyMustStopWithoutAsking(), new DrillsMustBeCounted(),
        new DrillRatesMustFollowFromCounts(), new SeededErrorsMustBeCaught(), new OverridesMustHappen(), new StopMustBeQuick(),
        new OperatorLoadMustBeBearable(), new DrillsMustBeRecent(), new DrillsMustDiffer(), new IncidentClocksMustBeKept(),
        new IncidentStopMustBeOwned(), new IncidentContactsMustBeReachable(), new IncidentPlanMustBeExercised(),
        new RequiredSafeguardsMustBeThere(), new SafeguardsMustHold(), new LogsMustHoldTheEvents(), new LogsMustBeKept(),
        new LogClocksMustAgree(), new LogsMustShowTampering(), new DecisionsMustBeReconstructable(), new AttackFindingsMustBeMitigated(),
        new RedTeamMustHaveTried(), new AcceptanceMustBeOfTheseTerms(),
    ];

    /// <summary>The report on one item. It has no claims when the file was not read or its run did not count, since nothing
    /// may rest on them.</summary>
    /// <param name="reading">What a reader made of the file.</param>
    /// <param name="at">Now.</param>
    public static EvidenceReport Judge(
        Rulebook rulebook, RiskTier tier, Declaration declaration, EvidenceItem item, FormatReading reading, DateTimeOffset at)
    {
        if (rulebook.FindEvidence(item.Kind) is not { } kind)
        {
            return Report(item, reading, at, [], [new("evidence.kind-unknown", Severity.Major, $"{rulebook.Origin} §evidence",
                $"\"{item.Kind}\" is no kind of the catalogue.", null, item.Id)]);
        }

        // Evidence that the tier does not demand is welcome, and judged by the least that the catalogue ever demands of it.
        var judged = new JudgedEvidence(
            tier, rulebook.Taxonomy, declaration, item, kind, Resolved(kind.DemandFor(tier) ?? kind.Demands[0], rulebook), reading, at)
        {
            IncidentClocks = rulebook.IncidentClocks ?? [],
        };
        var supportsClaims = reading.Faults.Count == 0
            && (reading.Run is null || (RunMustHaveSucceeded.IsMetBy(reading.Run) && reading.Run.Invalidated != true));
        return Report(item, reading, at, supportsClaims ? Own(reading.Claims, declaration) : [], [.. Checks.SelectMany(check => check.Check(judged))]);
    }

    // In a file of several models, only what is said of the system can bear on it.
    private static IReadOnlyList<Claim> Own(IReadOnlyList<Claim> claims, Declaration declaration)
    {
        var own = claims.Where(claim => claim.Subject is null || SubjectName.Means(claim.Subject, declaration.System)).ToList();
        return own.Exists(claim => claim.Subject is not null) ? own : claims;
    }

    private static EvidenceDemand Resolved(EvidenceDemand demand, Rulebook rulebook) =>
        demand with { Protocol = demand.Protocol?.ResolvedBy(rulebook.References ?? []) };

    private static EvidenceReport Report(
        EvidenceItem item, FormatReading reading, DateTimeOffset at, IReadOnlyList<Claim> claims, IReadOnlyList<Finding> findings) =>
        new(item.Id, item.Digest, reading.Format, claims, findings, reading.Mitigations, new JudgingConditions(at, JudgingSoftware.Version));
}
