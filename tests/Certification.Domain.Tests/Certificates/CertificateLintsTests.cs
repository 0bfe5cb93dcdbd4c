using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Certificates;

public sealed class CertificateLintsTests
{
    private static readonly Dictionary<string, Func<CertificateDraft, CertificateDraft>> Breaks = new()
    {
        ["lint.number-belongs-to-issuer"] = draft => draft with { Number = CertificateNumber.Parse("XB-2026-000123") },
        ["lint.holder-is-an-accountable-party"] = draft => draft with { Holder = draft.Holder with { Party = "nobody" } },
        ["lint.every-duty-has-an-owner-who-accepted"] = draft => draft with { Parties = [draft.Parties[0], draft.Parties[1] with { AcceptedOn = null }] },
        ["lint.system-is-named-by-its-digests"] = draft => draft with { System = draft.System with { Artifacts = [] } },
        ["lint.scope-names-capabilities-and-contexts"] = draft => draft with { Scope = draft.Scope with { Contexts = [] } },
        ["lint.conditions-are-machine-checkable"] = draft => draft with { Restrictions = [new("Rate Limit", "60/min", "At most 60 a minute.")] },
        ["lint.tier-is-the-highest-that-fired"] = draft => draft with { Tier = draft.Tier with { Tier = RiskTier.Limited } },
        ["lint.evidence-covers-the-tier"] = draft => draft with { Evidence = [draft.Evidence[0]] },
        ["lint.withheld-evidence-shows-nothing"] = draft => draft with { Evidence = [draft.Evidence[0] with { Visibility = Visibility.Authority }, draft.Evidence[1]] },
        ["lint.declaration-is-said-to-be-one"] = draft => draft with { SelfDeclared = new("floor/1.0 §reviewPlans.minimal", "acme", new(2026, 2, 1), "We answer for it.") },
        ["lint.limitations-are-stated"] = draft => draft with { KnownLimitations = [] },
        ["lint.validity-stays-within-the-rulebook"] = draft => draft with { Validity = new(SampleDraft.Day, SampleDraft.Day.AddDays(400)) },
        ["lint.surveillance-is-planned"] = draft => draft with { Surveillance = [] },
        ["lint.status-pointer-can-be-followed"] = draft => draft with { Status = new("file:///etc/passwd", 1) },
        ["lint.text-survives-xml"] = draft => draft with { System = draft.System with { Name = "helper\u0007" } },
    };

    public static TheoryData<string> Codes => new(Breaks.Keys);

    [Fact]
    public void The_sample_draft_passes_every_lint() =>
        Assert.Empty(CertificateLints.Check(SampleDraft.Create(), SampleDraft.Context));

    [Theory]
    [MemberData(nameof(Codes))]
    public void One_broken_thing_gives_one_finding(string code)
    {
        var finding = Assert.Single(CertificateLints.Check(Breaks[code](SampleDraft.Create()), SampleDraft.Context));
        Assert.Equal(code, finding.Code);
        Assert.NotEmpty(finding.Clause);
    }

    [Fact]
    public void Every_lint_is_shown_to_find_its_fault() =>
        Assert.Equal(CertificateLints.All.Select(lint => lint.Code).Order(), Breaks.Keys.Order());

    [Theory]
    [InlineData("half of a pair \ud83d")]
    [InlineData("\ufffe")]
    [InlineData("  ")]
    public void Text_that_xml_cannot_carry_is_found(string text) =>
        Assert.Contains(
            CertificateLints.Check(SampleDraft.Create() with { KnownLimitations = [text] }, SampleDraft.Context),
            finding => finding.Code == "lint.text-survives-xml" && finding.Message.StartsWith("draft.knownLimitations[0] ", StringComparison.Ordinal));

    [Fact]
    public void A_minimal_tier_needs_no_rule_that_fired()
    {
        var draft = SampleDraft.Create() with { Tier = new(RiskTier.Minimal, []) };
        Assert.Empty(CertificateLints.Check(draft, SampleDraft.Context));
    }
}
