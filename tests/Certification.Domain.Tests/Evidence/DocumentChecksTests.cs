using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Evidence;

/// <summary>Starts from a sound bill or card in the limited tier, plants one fault, and expects one reason.</summary>
public sealed class DocumentChecksTests
{
    private static readonly BomComponent Base = AReading.Component("machine-learning-model", "acme/base") with { IsAncestor = true };

    [Fact]
    public void Sound_documents_have_no_findings() =>
        Assert.Empty(Judge(AReading.Bom()).Findings.Concat(Judge(AReading.Card()).Findings));

    [Fact]
    public void A_bill_without_a_model_is_found() => Bom("evidence.bom-without-model", Severity.Major,
        bom => bom with { Components = [.. bom.Components.Skip(1)] });

    [Fact]
    public void A_bill_of_another_model_is_found() => Bom("evidence.subject-mismatch", Severity.Major,
        bom => bom with { Components = [bom.Components[0] with { Name = "acme/other" }, .. bom.Components.Skip(1)] });

    [Fact]
    public void A_bill_that_pins_no_weights_is_found() => Bom("evidence.bom-weights-unpinned", Severity.Minor,
        bom => bom with { Components = [bom.Components[0], bom.Components[2]] });

    [Fact]
    public void A_bill_with_another_digest_for_a_declared_file_is_found() => Assert.Contains(
        Judge(AReading.Bom(bom => bom with { Components = [bom.Components[0], bom.Components[1] with { Sha256 = [Sha256Digest.Of("x"u8)] }, bom.Components[2]] })).Findings,
        finding => finding is { Code: "evidence.digest-mismatch", Severity: Severity.Major });

    [Fact]
    public void A_base_model_that_was_not_declared_is_found() => Bom("evidence.base-model-undeclared", Severity.Major,
        bom => bom with { Components = [.. bom.Components, Base] });

    [Fact]
    public void A_declared_base_model_that_the_bill_lacks_is_found()
    {
        var derived = A.Declaration() with { System = A.Declaration().System with { BaseModel = new("acme/base") } };
        Assert.Equal("evidence.bom-base-model-missing", Assert.Single(Judge(AReading.Bom(), derived).Findings).Code);
        Assert.Empty(Judge(AReading.Bom(bom => bom with { Components = [.. bom.Components, Base] }), derived).Findings);
    }

    [Fact]
    public void A_declared_dataset_that_the_bill_lacks_is_found() => Bom("evidence.bom-dataset-missing", Severity.Major,
        bom => bom with { Components = [.. bom.Components.Take(2)] });

    [Fact]
    public void A_reference_to_nothing_is_found() => Bom("evidence.bom-reference-dangling", Severity.Minor,
        bom => bom with { DanglingReferences = ["counterClaim-1"] });

    [Fact]
    public void Expired_statements_are_found() => Bom("evidence.statements-expired", Severity.Major,
        bom => bom with { StatementsExpiredOn = A.Monday.AddDays(-1) });

    [Fact]
    public void Placeholder_signatures_are_found() => Bom("evidence.signature-placeholder", Severity.Major,
        bom => bom with { PlaceholderSignatures = ["/signature/value"] });

    [Fact]
    public void A_bill_without_a_subject_is_noted() => Bom("evidence.bom-subject-implied", Severity.Observation,
        bom => bom with { SubjectRef = null });

    [Fact]
    public void A_bill_that_names_a_capability_which_is_not_declared_is_found() => Bom("evidence.capability-undeclared", Severity.Major,
        bom => bom with { Components = [bom.Components[0] with { Task = "text-to-image" }, .. bom.Components.Skip(1)] });

    [Fact]
    public void A_card_that_names_a_capability_which_is_not_declared_is_found() => Card("evidence.capability-undeclared", Severity.Major,
        card => card with { Tasks = ["summarization", "face-recognition"] });

    [Fact]
    public void A_card_that_intends_a_use_which_is_not_declared_bars_where_nobody_reads_it()
    {
        var reading = AReading.Card(card => card with { IntendedUses = [new("Made for facial recognition at the door.", 7)] });
        var noted = Assert.Single(Judge(reading).Findings);
        Assert.Equal(("evidence.use-undeclared", Severity.Minor), (noted.Code, noted.Severity));
        var declared = EvidenceJudgement.Judge(
            RulebookLibrary.Floor, RiskTier.Minimal, A.Declaration(), AReading.Item(reading), reading, A.Monday).Findings;
        Assert.Equal(Severity.Major, Assert.Single(declared).Severity);
    }

    [Fact]
    public void A_card_of_another_model_is_found() => Card("evidence.subject-mismatch", Severity.Major,
        card => card with { ModelNames = ["BERT base model (uncased)"] });

    [Fact]
    public void A_title_in_plain_words_names_the_model() =>
        Assert.Empty(Judge(AReading.Card(card => card with { ModelNames = ["The Helper (small)"] })).Findings);

    [Fact]
    public void A_card_that_names_the_model_in_passing_is_noted() => Card("evidence.card-names-model-in-passing", Severity.Minor,
        card => card with { ModelNames = ["RAG"], Mentions = ["acme/helper"] });

    [Fact]
    public void A_card_of_several_models_that_does_not_say_which_is_found() => Card("evidence.card-names-no-single-model", Severity.Major,
        card => card with { ModelNames = ["Family"], Variants = ["tiny", "large"] });

    [Fact]
    public void A_card_that_advises_against_the_declared_use_is_found()
    {
        var advice = AReading.Card(card => card with { AdvisedAgainst = [new("Do not use it for hiring.", 12)] });
        var hiring = A.Declaration() with { Context = A.Declaration().Context with { Sector = "employment" } };
        var finding = Assert.Single(Judge(advice, hiring).Findings);
        Assert.Equal(("evidence.card-advises-against-use", "line 12"), (finding.Code, finding.Where));
        Assert.Empty(Judge(advice).Findings);
    }

    [Fact]
    public void Advice_against_high_risk_uses_concerns_high_tiers()
    {
        var advice = AReading.Card(card => card with { AdvisedAgainst = [new("Not suitable for high-risk domains.", 3)] });
        Assert.Empty(Judge(advice).Findings);
        Assert.Equal("evidence.card-advises-against-use", Assert.Single(Judge(advice, tier: RiskTier.High).Findings).Code);
    }

    [Fact]
    public void A_card_without_limitations_is_found() => Card("evidence.card-limitations-missing", Severity.Major,
        card => card with { Limitations = [], HasLimitationsSection = false });

    [Fact]
    public void A_card_without_a_header_is_found() => Card("evidence.card-header-missing", Severity.Minor,
        card => card with { HasHeader = false, Licence = null });

    [Fact]
    public void A_result_on_a_dataset_without_revision_is_found() => Card("evidence.card-result-unpinned", Severity.Minor,
        card => card with { Results = [card.Results[0] with { Revision = null }] });

    [Fact]
    public void A_card_with_another_base_model_is_found() => Card("evidence.base-model-undeclared", Severity.Major,
        card => card with { BaseModels = ["rival/base"] });

    private static void Bom(string code, Severity severity, Func<BillOfMaterials, BillOfMaterials> plant) => One(code, severity, AReading.Bom(plant));

    private static void Card(string code, Severity severity, Func<ModelCard, ModelCard> plant) => One(code, severity, AReading.Card(plant));

    private static void One(string code, Severity severity, FormatReading reading)
    {
        var finding = Assert.Single(Judge(reading).Findings);
        Assert.Equal((code, severity), (finding.Code, finding.Severity));
    }

    private static EvidenceReport Judge(FormatReading reading, Declaration? declaration = null, RiskTier tier = RiskTier.Limited) =>
        EvidenceJudgement.Judge(RulebookLibrary.Floor, tier, declaration ?? A.Declaration(), AReading.Item(reading), reading, A.Monday);
}
