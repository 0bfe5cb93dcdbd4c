using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Recognition;
using Certification.Domain.Rulebooks;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Recognition;

public sealed class RecognitionJudgementTests
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(10);

    private static readonly RecognitionRules Rules = new(
        "XB",
        [new("XA", ["employment"], RiskTier.High, SampleDraft.Day.AddYears(-1))],
        new("floor", ["1.0.0"]),
        new(RiskTier.High, [new("TR-XB-0001", RiskTier.High, "Ranks people.")]),
        ["capability-evaluation"],
        [],
        TimeSpan.FromDays(270),
        null);

    private static readonly Dictionary<string, (RecognitionOutcome Outcome, RecognitionRules? Rules)> Breaks = new()
    {
        ["recognition.no-rule"] = (RecognitionOutcome.Undetermined, null),
        ["recognition.no-agreement"] = (RecognitionOutcome.Undetermined, Rules with { Agreements = [] }),
        ["recognition.sector-outside-agreement"] = (RecognitionOutcome.Refused, Rules with { Agreements = [Rules.Agreements[0] with { Sectors = ["health"] }] }),
        ["recognition.tier-outside-agreement"] = (RecognitionOutcome.Refused, Rules with { Agreements = [Rules.Agreements[0] with { HighestTier = RiskTier.Limited }] }),
        ["recognition.floor-not-shared"] = (RecognitionOutcome.Refused, Rules with { Floors = new("floor", ["2.0.0"]) }),
        ["recognition.floor-unknown"] = (RecognitionOutcome.Undetermined, Rules with { Floors = null }),
        ["recognition.use-barred"] = (RecognitionOutcome.Refused, Rules with { BarredUses = [RulebookLibrary.Floor.BarredUses![0]] }),
        ["recognition.tier-unknown"] = (RecognitionOutcome.Undetermined, Rules with { OwnTier = null }),
        ["recognition.tier-higher-here"] = (RecognitionOutcome.Refused, Rules with { OwnTier = new(RiskTier.Critical, []) }),
        ["recognition.evidence-missing"] = (RecognitionOutcome.Refused, Rules with { RequiredEvidence = ["red-team"] }),
        ["recognition.too-old"] = (RecognitionOutcome.Refused, Rules with { LongestAge = TimeSpan.FromDays(9) }),
    };

    public static TheoryData<string> Codes => new(Breaks.Keys);

    [Fact]
    public void A_valid_certificate_that_meets_every_rule_is_recognised()
    {
        var verdict = RecognitionJudgement.Judge(Verified(VerificationOutcome.Valid), SampleDraft.Create(), Rules);
        Assert.Equal((RecognitionOutcome.Recognised, null), (verdict.Outcome, verdict.NextStep));
        Assert.Equal("recognition.agreement", Assert.Single(verdict.Reasons).Code);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void One_broken_thing_gives_one_reason_and_the_next_step(string code)
    {
        var (outcome, rules) = Breaks[code];
        var verdict = RecognitionJudgement.Judge(Verified(VerificationOutcome.Valid), SampleDraft.Create(), rules);
        Assert.Equal((outcome, code), (verdict.Outcome, Assert.Single(verdict.Reasons).Code));
        Assert.False(string.IsNullOrEmpty(verdict.NextStep));
    }

    [Fact]
    public void A_condition_that_the_certificate_lacks_makes_it_conditional()
    {
        var imposed = new CertificateCondition("groups.monitored", "P3M", "Outcomes per group are measured every quarter.");
        var verdict = RecognitionJudgement.Judge(Verified(VerificationOutcome.Valid), SampleDraft.Create(), Rules with { Conditions = [imposed] });
        Assert.Equal(RecognitionOutcome.Conditional, verdict.Outcome);
        Assert.Equal([imposed], verdict.Conditions);
    }

    [Fact]
    public void A_condition_that_the_certificate_carries_is_not_imposed_again()
    {
        var rules = Rules with { Conditions = [SampleDraft.Create().Conditions[0]] };
        Assert.Equal(RecognitionOutcome.Recognised, RecognitionJudgement.Judge(Verified(VerificationOutcome.Valid), SampleDraft.Create(), rules).Outcome);
    }

    [Theory]
    [InlineData(VerificationOutcome.Invalid, RecognitionOutcome.Refused)]
    [InlineData(VerificationOutcome.Undetermined, RecognitionOutcome.Undetermined)]
    public void What_does_not_verify_is_never_recognised(VerificationOutcome verified, RecognitionOutcome expected) =>
        Assert.Equal(expected, RecognitionJudgement.Judge(Verified(verified), SampleDraft.Create(), Rules).Outcome);

    private static VerificationVerdict Verified(VerificationOutcome outcome) => new(
        outcome, outcome == VerificationOutcome.Valid ? [] : [new("status.stale", "Too old.")], null, Asked, null, null, null, null);
}
