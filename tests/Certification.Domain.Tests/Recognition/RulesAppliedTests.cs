using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Recognition;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Certification.Domain.Submissions;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Recognition;

public sealed class RulesAppliedTests
{
    [Fact]
    public void Of_several_contexts_the_gravest_sets_the_tier() => Assert.Equal(
        RiskTier.Critical,
        To("XB", context => context, context => context with { Sector = "migration", Role = "decides" }).OwnTier!.Tier);

    [Fact]
    public void A_condition_is_imposed_when_it_holds_in_any_context() => Assert.Contains(
        To("XB", context => context with { Sector = "marketing" }, context => context with { Role = "decides" }).Conditions,
        condition => condition.Code == "review-in-xb");

    [Fact]
    public void A_use_that_the_floor_assesses_and_this_authority_bars_is_named() => Assert.Equal(
        ["BU-XC-0001"],
        To("XC", SampleDraft.Create() with
        {
            Scope = new(["cbrn-uplift"], [SampleDraft.Create().Scope.Contexts[0] with { Access = "open-weights", Sector = "science" }]),
        }).BarredUses!.Select(use => use.Id));

    private static RecognitionRules To(string authority, params Func<ContextOfUse, ContextOfUse>[] contexts)
    {
        var sample = SampleDraft.Create();
        return To(authority, sample with
        {
            Scope = sample.Scope with { Contexts = [.. contexts.Select(change => change(sample.Scope.Contexts[0]))] },
        });
    }

    private static RecognitionRules To(string authority, CertificateDraft certificate) =>
        RulesApplied.To(certificate, new RulebookInForce(RulebookLibrary.InForceAt(authority), RulebookLibrary.Floor), authority)!;
}
