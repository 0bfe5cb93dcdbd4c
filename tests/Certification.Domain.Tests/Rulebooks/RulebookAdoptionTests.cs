using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks;

/// <summary>National additions may only tighten. Each test loosens one thing and finds it refused by name.</summary>
public sealed class RulebookAdoptionTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;

    [Fact]
    public void Additions_that_tighten_are_adopted()
    {
        var adopted = RulebookAdoption.Adopt(Floor, RulebookData.XbAdditions).Value!;
        Assert.Equal(("xb", 270, Floor.Reference()), (adopted.Id, adopted.CertificatePlanFor(RiskTier.High).ValidityDays, adopted.Floor));
    }

    [Fact]
    public void Additions_for_another_floor_are_refused() =>
        Refused(additions => additions with { FloorVersion = "2.0.0" }, "floorVersion");

    [Fact]
    public void A_rule_may_not_fall_to_a_lower_tier() =>
        Refused(additions => additions with { TierRules = [Floor.TierRules[3] with { Tier = RiskTier.Limited }] }, "TR-FLOOR-0004");

    [Fact]
    public void A_rule_of_the_floor_keeps_its_expression() =>
        Refused(additions => additions with { TierRules = [Floor.TierRules[3] with { When = Floor.TierRules[4].When }] }, "TR-FLOOR-0004");

    [Fact]
    public void Evidence_may_not_be_taken_in_further_formats() =>
        Refused(Evidence(kind => kind with { Formats = ["inspect-log", "model-card"] }), "capability-evaluation");

    [Fact]
    public void Evidence_may_not_be_older() =>
        Refused(Evidence(kind => kind with { Demands = [.. kind.Demands.Select(demand => demand with { MaxAgeDays = 999 })] }), "capability-evaluation");

    [Fact]
    public void Evidence_may_not_be_demanded_later() =>
        Refused(Evidence(kind => kind with { Demands = [.. kind.Demands.Skip(1)] }), "capability-evaluation");

    [Fact]
    public void Evidence_may_not_be_demanded_in_fewer_places() =>
        Refused(Evidence(kind => kind with { When = Floor.TierRules[4].When }), "capability-evaluation");

    [Fact]
    public void A_threshold_may_not_be_dropped() => Refused(
        Evidence(kind => kind with { Demands = [.. kind.Demands.Select(demand => demand with { Protocol = demand.Protocol! with { Thresholds = [] } })] }),
        "capability-evaluation");

    [Fact]
    public void A_protocol_may_not_be_dropped() =>
        Refused(Evidence(kind => kind with { Demands = [.. kind.Demands.Select(demand => demand with { Protocol = null })] }), "capability-evaluation");

    [Fact]
    public void A_duty_may_not_apply_later() =>
        Refused(additions => additions with { Duties = [Floor.Duties[0] with { From = RiskTier.High }] }, Floor.Duties[0].Code);

    [Fact]
    public void Assessors_may_not_be_fewer() =>
        Refused(additions => additions with { ReviewPlans = [Floor.ReviewPlanFor(RiskTier.High) with { Assessors = 1 }] }, "reviewPlans.High");

    [Fact]
    public void A_tier_that_people_assess_may_not_be_declared() => Refused(
        additions => additions with { ReviewPlans = [Declared with { Tier = RiskTier.Limited }] }, "reviewPlans.Limited");

    [Fact]
    public void A_smaller_share_of_declared_certificates_may_not_be_audited() => Refused(
        additions => additions with { ReviewPlans = [Declared with { SelfDeclaration = Terms with { AuditShare = 0.05 } }] }, "reviewPlans.Minimal");

    [Fact]
    public void A_statement_may_not_be_older_or_in_other_words()
    {
        Refused(additions => additions with { ReviewPlans = [Declared with { SelfDeclaration = Terms with { StatementMaxAgeDays = 365 } }] }, "reviewPlans.Minimal");
        Refused(additions => additions with { ReviewPlans = [Declared with { SelfDeclaration = Terms with { Statement = "We think so." } }] }, "reviewPlans.Minimal");
    }

    [Fact]
    public void A_jurisdiction_may_have_people_assess_what_the_floor_lets_providers_declare()
    {
        var assessed = Declared with { Lane = ReviewLane.Assessed, SelfDeclaration = null, Assessors = 1 };
        var adopted = RulebookAdoption.Adopt(Floor, RulebookData.XbAdditions with { ReviewPlans = [assessed] });

        Assert.Equal(ReviewLane.Assessed, adopted.Value!.ReviewPlanFor(RiskTier.Minimal).Lane);
    }

    private static ReviewPlan Declared => Floor.ReviewPlanFor(RiskTier.Minimal);

    private static SelfDeclarationTerms Terms => Declared.SelfDeclaration!;

    [Fact]
    public void Certificates_may_not_be_valid_longer() =>
        Refused(additions => additions with { CertificatePlans = [Floor.CertificatePlanFor(RiskTier.High) with { ValidityDays = 9999 }] }, "certificatePlans.High");

    [Fact]
    public void A_condition_may_not_be_dropped() =>
        Refused(additions => additions with { CertificatePlans = [Floor.CertificatePlanFor(RiskTier.High) with { Conditions = [] }] }, "certificatePlans.High");

    [Fact]
    public void Deadlines_may_not_be_longer() =>
        Refused(additions => additions with { Deadlines = new(99, 99) }, "deadlines");

    [Fact]
    public void A_bound_on_practice_may_not_be_dropped_or_loosened()
    {
        Refused(Drills(practice => practice with { Bounds = [.. practice.Bounds.Skip(1)] }), "oversight-drills");
        Refused(Drills(practice => practice with { Bounds = [.. practice.Bounds.Select(bound => bound.Maximum is { } most ? bound with { Maximum = most + 1 } : bound)] }), "oversight-drills");
        Refused(Drills(_ => null), "oversight-drills");
    }

    [Fact]
    public void A_required_kind_of_safeguard_may_not_be_dropped()
    {
        var floor = Floor.FindEvidence("safeguards")!;
        var looser = floor with { Demands = [.. floor.Demands.Select(demand => demand with { Practice = demand.Practice! with { Required = ["monitoring"] } })] };
        Refused(additions => additions with { Evidence = [looser] }, "safeguards");
    }

    [Fact]
    public void An_owner_may_not_state_its_authority_later_or_ask_where_the_floor_lets_nobody_ask()
    {
        var (overall, oversight) = (Floor.Duties.Single(duty => duty.Code == "overall-accountability"), Floor.Duties.Single(duty => duty.Code == "human-oversight"));
        Refused(additions => additions with { Duties = [overall with { MandateFrom = RiskTier.High }] }, "overall-accountability");
        Refused(additions => additions with { Duties = [overall with { WithinReach = false }] }, "overall-accountability");
        Refused(additions => additions with { Duties = [oversight with { ActsAlone = false }] }, "human-oversight");
    }

    private static Func<RulebookAdditions, RulebookAdditions> Drills(Func<PracticePlan, PracticePlan?> change)
    {
        var floor = Floor.FindEvidence("oversight-drills")!;
        return additions => additions with
        {
            Evidence = [floor with { Demands = [.. floor.Demands.Select(demand => demand with { Practice = change(demand.Practice!) })] }],
        };
    }

    private static Func<RulebookAdditions, RulebookAdditions> Evidence(Func<EvidenceKind, EvidenceKind> change) =>
        additions => additions with { Evidence = [change(Floor.FindEvidence("capability-evaluation")!)] };

    private static void Refused(Func<RulebookAdditions, RulebookAdditions> loosen, string where)
    {
        var adoption = RulebookAdoption.Adopt(Floor, loosen(RulebookData.XbAdditions));
        Assert.Null(adoption.Value);
        Assert.Contains(adoption.Errors, error => error.Where == where);
    }
}
