using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Testing;
using Xunit;

namespace Certification.Formats.Tests;

/// <summary>Public files of real tools, each read and judged for the system that it is about, so that what is found is the
/// file's own fault. Their SOURCES.md says what a careful reader concludes.</summary>
public sealed class RealSampleTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 30, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("inspect/data_arc_sonnet.json", "claude-sonnet-4-20250514", "evidence.coverage-too-low evidence.samples-too-few evidence.no-statistical-weight evidence.harness-development-build evidence.model-alias")]
    [InlineData("inspect/2025-05-12T20-28-13-04-00_popularity.json", "gpt-4o-mini-2024-07-18", "evidence.run-cancelled evidence.coverage-too-low evidence.samples-too-few")]
    [InlineData("inspect/data_cvebench_empty_choices.json", "anthropic/claude-opus-4-6", "evidence.revision-dirty evidence.counts-disagree evidence.samples-failed")]
    [InlineData("cyclonedx/Qwen2.5-7B-Instruct.json", "Qwen/Qwen2.5-7B-Instruct", "evidence.bom-weights-unpinned evidence.bom-subject-implied evidence.base-model-undeclared")]
    [InlineData("cyclonedx/valid-attestation-1.6.json", "acme/any", "evidence.bom-without-model evidence.bom-reference-dangling evidence.statements-expired evidence.signature-placeholder")]
    [InlineData("hf-card/bert-base-uncased-README.md", "bert-base-uncased", "evidence.card-without-results")]
    [InlineData("hf-card/facebook-rag-token-nq-README.md", "facebook/rag-token-nq", "evidence.card-limitations-missing evidence.card-names-model-in-passing")]
    [InlineData("hf-card/dehatebert-mono-english-README.md", "Hate-speech-CNERG/dehatebert-mono-english", "evidence.card-header-missing evidence.card-limitations-missing evidence.subject-mismatch")]
    [InlineData("hf-card/sample_simple_model_index.md", "my-cool-model", "evidence.card-result-unpinned evidence.card-limitations-missing")]
    [InlineData("prose-card/whisper-model-card.md", "openai/whisper-large-v3", "evidence.card-names-no-single-model evidence.card-advises-against-use evidence.card-header-missing")]
    [InlineData("lm-eval/results_2026-01-21T03-44-18.458309.json", "RylanSchaeffer/mem_Qwen3-93M_minerva_math_rep_0_sbst_1.0000_epch_1_ot_1", "evidence.foreign-code-ran evidence.samples-not-carried")]
    [InlineData("lm-eval/samples_math_perturbed_full_2026-01-21T03-44-18.458309.jsonl", "any/model", "evidence.samples-without-results")]
    [InlineData("lm-eval/opt-1.3b.json", "facebook/opt-1.3b", "evidence.undated evidence.harness-version-missing evidence.revision-missing")]
    [InlineData("garak/report_test.report.jsonl", "qwen2", "evidence.detector-trivial evidence.harness-development-build")]
    [InlineData("garak/quack.report.jsonl", "any/model", "evidence.subject-unknown evidence.harness-development-build")]
    [InlineData("moonshot/my-new-runner-recipe.json", "openai-gpt35-turbo", "evidence.run-without-duration evidence.subject-mismatch evidence.stale")]
    [InlineData("moonshot/my-new-recipe-runner-result.json", "openai-gpt35-turbo", "evidence.counts-disagree")]
    [InlineData("every-eval-ever/LLaMA-Pro-8B-Instruct_hfopenllm_v2.json", "TencentARC/LLaMA-Pro-8B-Instruct", "evidence.results-copied evidence.undated")]
    [InlineData("ailuminate/general_purpose_ai_chat_benchmark-1.1-en_us-official-private.json", "llama-3.1-8b-instruct-turbo-together", "evidence.reference-not-evaluation")]
    [InlineData("aiverify/human_agency_oversight_process_checklist.sample.json", "any/model", "evidence.answers-boilerplate evidence.answer-unexplained")]
    [InlineData("aiverify/safety_process_checklist.sample.json", "any/model", "evidence.answers-waived evidence.answers-boilerplate")]
    [InlineData("croissant/bigcode-the-stack.json", "any/model", "evidence.dataset-hash-placeholder evidence.dataset-licence-unclear evidence.dataset-undated")]
    [InlineData("croissant/coco2014.json", "any/model", "evidence.dataset-hash-placeholder evidence.dataset-incomplete evidence.dataset-origin-unknown")]
    [InlineData("oscal/ifa_assessment-results-example.json", "any/model", "evidence.control-not-satisfied evidence.risk-open evidence.statements-expired")]
    [InlineData("oscal/ifa_plan-of-action-and-milestones.json", "any/model", "evidence.risk-overdue")]
    [InlineData("oscal/example_ar_invalid.json", "any/model", "evidence.results-missing")]
    [InlineData("dsse/vsa/gke-gce-pre.bcid-vsa.jsonl", "any/model", "evidence.signature-key-unknown evidence.attestation-unbound")]
    public async Task Traps_of_real_files_are_found(string file, string system, string expected)
    {
        var codes = (await Judge(file, system)).Findings.Select(finding => finding.Code).ToHashSet();
        Assert.All(expected.Split(' '), code => Assert.Contains(code, codes));
    }

    [Fact]
    public async Task A_sound_part_of_a_real_file_is_left_alone()
    {
        var codes = (await Judge("hf-card/bert-base-uncased-README.md", "bert-base-uncased")).Findings.Select(finding => finding.Code);
        Assert.Equal(["evidence.card-without-results"], codes);
    }

    [Fact]
    public async Task The_results_of_one_model_are_no_evidence_for_another() => Assert.Contains("evidence.subject-mismatch",
        (await Judge("inspect/data_arc_sonnet.json", "Qwen/Qwen2.5-7B-Instruct")).Findings.Select(finding => finding.Code));

    [Fact]
    public async Task A_cancelled_run_leaves_no_claim() =>
        Assert.Empty((await Judge("inspect/2025-05-12T20-28-13-04-00_popularity.json", "gpt-4o-mini-2024-07-18")).Claims);

    [Fact]
    public async Task A_bill_lists_all_components_of_a_real_model()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        var bom = (await Reading.Of(File.OpenRead(SharedData.Path("evidence", "cyclonedx", "Qwen2.5-7B-Instruct.json")))).Bom!;
        Assert.Equal("Qwen/Qwen2.5-7B-Instruct", Assert.Single(bom.Models).Name);
        Assert.Equal("Qwen2.5-7B", Assert.Single(bom.Ancestors).Name);
        Assert.Contains(bom.Datasets, dataset => dataset.Name == "PG19");
    }

    [Theory]
    [InlineData("vsa/gke-gce-pre.bcid-vsa.jsonl", "vsa/vsa_signing_public_key.pem", SignatureStanding.Valid)]
    [InlineData("model-signing-v1.0.0/model.sig", "model-signing-v1.0.0/signing-key-pub.pem", SignatureStanding.Valid)]
    [InlineData("gcb/gcloud-container-global-pae-signing-key-successful.json", "gcb/global-pae.key", SignatureStanding.Valid)]
    [InlineData("gcb/gcloud-container-invalid-signature-global-pae-key.json", "gcb/global-pae.key", SignatureStanding.Invalid)]
    [InlineData("vsa/gke-gce-pre.bcid-vsa.jsonl", "gcb/global-pae.key", SignatureStanding.Invalid)]
    public async Task Signatures_of_real_attestations_are_verified(string file, string key, SignatureStanding expected)
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        await using var stream = File.OpenRead(SharedData.Path(["evidence", "dsse", .. file.Split('/')]));
        var pem = await File.ReadAllTextAsync(SharedData.Path(["evidence", "dsse", .. key.Split('/')]), TestContext.Current.CancellationToken);
        var reading = await EvidenceReader.ReadAsync(stream, ["any"], TestContext.Current.CancellationToken, [new(pem)]);
        Assert.Equal(expected, Assert.Single(reading.Attestation!.Envelopes));
    }

    private static async Task<EvidenceReport> Judge(string file, string system)
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        await using var stream = File.OpenRead(SharedData.Path(["evidence", .. file.Split('/')]));
        var reading = await Reading.Of(stream);
        var kind = reading.Format switch { "inspect-log" => "capability-evaluation", "cyclonedx" => "bill-of-materials", _ => "model-card" };
        return EvidenceJudgement.Judge(RulebookLibrary.Floor, RiskTier.High, Declared(system),
            new EvidenceItem("e-1", kind, "file", 1, Sha256Digest.Of("file"u8), Visibility.Public, "Lab", "third-party"), reading, At);
    }

    private static Declaration Declared(string system) => new(
        new SystemDeclaration(system, "1", "Test.", [new("weights", Sha256Digest.Of("weights"u8))], null, [], []),
        ["text-generation", "classification"],
        new ContextOfUse("employment", "Test.", "advises", ["workers"], "thousands", "easily-reversed", "closed", "aligned"), []);
}
