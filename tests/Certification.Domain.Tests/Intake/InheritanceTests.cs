using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Intake;

/// <summary>Starts from a child whose upstream covers its capability evaluation, and breaks one thing.</summary>
public sealed class InheritanceTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;
    private static readonly Sha256Digest Weights = Sha256Digest.Of("weights"u8);

    [Fact]
    public void A_certified_base_model_covers_what_may_be_inherited()
    {
        var inherited = Of(Parent());

        Assert.Equal(("XA-2026-000123", true), (inherited.Covered!.Number.Text, inherited.Covers("capability-evaluation")));
        Assert.DoesNotContain(Gaps(Parent()), gap => gap.Requirement == "capability-evaluation");
        Assert.Contains(Gaps(null), gap => gap is { Code: "gap.evidence-missing", Requirement: "capability-evaluation" });
    }

    [Fact]
    public void Own_evidence_goes_before_inherited_evidence() =>
        Assert.False(Of(Parent(), evidence: [A.Evidence() with { Kind = "capability-evaluation" }]).Covers("capability-evaluation"));

    [Fact]
    public void A_kind_that_may_not_be_inherited_stays_missing() => Assert.Contains(Gaps(Parent()), gap => gap.Requirement == "model-card");

    [Fact]
    public void A_parent_that_is_not_in_force_covers_nothing() =>
        Broken("gap.upstream-not-in-force", UpstreamStanding.Not(SampleDraft.Create().Number, "It was withdrawn."));

    [Fact]
    public void A_base_model_without_a_digest_could_be_anything() =>
        Broken("gap.upstream-without-digest", Parent(), declaration => With(declaration, null));

    [Fact]
    public void Another_base_model_is_not_covered() =>
        Broken("gap.upstream-digest-mismatch", Parent(), declaration => With(declaration, Sha256Digest.Of("other"u8)));

    [Fact]
    public void A_parent_of_a_lower_tier_is_not_enough() =>
        Broken("gap.upstream-tier-lower", Parent(draft => draft with { Tier = new(RiskTier.Minimal, []) }));

    [Fact]
    public void A_parent_without_the_capability_is_not_enough() =>
        Broken("gap.upstream-scope", Parent(draft => draft with { Scope = draft.Scope with { Capabilities = ["translation"] } }));

    [Fact]
    public void Two_certificates_cannot_hold_each_other_up()
    {
        var own = CertificateNumber.Parse("XA-2026-000009");
        Broken("gap.upstream-circular", Parent(draft => draft with { Upstream = new(own, Weights, ["capability-evaluation"]) }),
            declaration => declaration with { Renews = own.Text });
        Broken("gap.upstream-circular", Parent(), declaration => declaration with { Renews = "XA-2026-000123" });
    }

    [Fact]
    public void What_the_parent_itself_inherited_is_not_passed_on() =>
        Broken("gap.upstream-kind-missing", Parent(draft => draft with { Evidence = [], Upstream = new(CertificateNumber.Parse("XA-2026-000009"), Weights, ["capability-evaluation"]) }));

    [Fact]
    public void Evidence_without_a_date_may_be_of_any_age() =>
        Broken("gap.upstream-evidence-undated", Parent(draft => draft with { Evidence = [draft.Evidence[0] with { PerformedOn = null }] }));

    [Fact]
    public void Old_evidence_of_the_parent_is_as_old_for_the_child() =>
        Broken("gap.upstream-evidence-stale", Parent(draft => draft with { Evidence = [draft.Evidence[0] with { PerformedOn = new(2020, 1, 1) }] }));

    private static void Broken(string code, UpstreamStanding standing, Func<Declaration, Declaration>? change = null)
    {
        var inherited = Of(standing, change);
        Assert.Contains(inherited.Gaps, gap => gap.Code == code);
        Assert.False(inherited.Covers("capability-evaluation"));
    }

    private static Inheritance Of(
        UpstreamStanding standing, Func<Declaration, Declaration>? change = null, IReadOnlyList<EvidenceItem>? evidence = null) =>
        Inheritance.Of(Floor, RiskTier.Limited, change?.Invoke(Child()) ?? Child(), evidence ?? [], standing, A.Monday);

    private static IReadOnlyList<Gap> Gaps(UpstreamStanding? standing) =>
        GapAnalysis.Gaps(Floor, RiskTier.Limited, Child(), [], [], [], A.Monday, standing);

    private static UpstreamStanding Parent(Func<CertificateDraft, CertificateDraft>? change = null)
    {
        var draft = change?.Invoke(SampleDraft.Create()) ?? SampleDraft.Create();
        return new(draft.Number, draft, Sha256Digest.Of("certificate"u8));
    }

    private static Declaration Child() => With(A.Declaration(), Weights);

    private static Declaration With(Declaration declaration, Sha256Digest? digest) =>
        declaration with { System = declaration.System with { BaseModel = new("acme/helper-7b", "2.1.0", digest) } };
}
