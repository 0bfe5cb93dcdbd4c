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
    [InlineData("helm/mmlu-philosophy-gpt2/stats.json", "openai/gpt2", "evidence.no-statistical-weight evidence.samples-too-few evidence.coverage-unknown evidence.undated")]
    [InlineData("helm/mmlu-philosophy-gpt2/run_spec.json", "openai/gpt2", "evidence.instances-limited evidence.model-alias evidence.model-revision-missing")]
    [InlineData("helm/mmlu-philosophy-gpt2/run_spec.json", "openai/gpt3", "evidence.subject-mismatch")]
    [InlineData("helm/mmlu-philosophy-gpt2/scenario_state.json", "openai/gpt2", "evidence.instances-limited")]
    [InlineData("helm/mmlu-philosophy-gpt2/per_instance_stats.json", "openai/gpt2", "")]
    [InlineData("helm/mmlu-philosophy-gpt2/scenario.json", "openai/gpt2", "")]
    [InlineData("aiverify/test_result_examples.json", "any/model", "evidence.rates-do-not-add-up evidence.test-data-reused evidence.run-without-duration evidence.stale evidence.subject-mismatch")]
    [InlineData("aiverify/aiverify.testresult.schema.json", "any/model", "evidence.schema-not-evidence")]
    [InlineData("croissant/dices-350.json", "any/model", "evidence.dataset-without-fields evidence.dataset-creator-mistyped")]
    [InlineData("dsse/model-signing-v1.0.0/model.sig", "any/model", "evidence.signature-unverified evidence.subject-mismatch")]
    [InlineData("dsse/gcb/gcloud-container-global-pae-signing-key-successful.json", "any/model", "evidence.signature-unverified evidence.stale")]
    [InlineData("dsse/gcb/gcloud-container-invalid-signature-global-pae-key.json", "any/model", "evidence.signature-invalid evidence.stale")]
    [InlineData("cyclonedx/Qwen2.5-7B-Instruct.json", "Qwen/Qwen2.5-7B-Instruct", "evidence.bom-weights-unpinned evidence.bom-subject-implied evidence.base-model-undeclared")]
    [InlineData("cyclonedx/valid-attestation-1.6.json", "acme/any", "evidence.bom-without-model evidence.bom-reference-dangling evidence.statements-expired evidence.signature-placeholder")]
    [InlineData("hf-card/bert-base-uncased-README.md", "bert-base-uncased", "evidence.card-without-results")]
    [InlineData("hf-card/facebook-rag-token-nq-README.md", "facebook/rag-token-nq", "evidence.card-limitations-missing evidence.card-names-model-in-passing")]
    [InlineData("hf-card/dehatebert-mono-english-README.md", "Hate-speech-CNERG/dehatebert-mono-english", "evidence.card-header-missing evidence.card-limitations-missing evidence.subject-mismatch")]
    [InlineData("hf-card/sample_simple_model_index.md", "my-cool-model", "evidence.card-result-unpinned evidence.card-limitations-missing")]
    [InlineData("prose-card/whisper-model-card.md", "openai/whisper-large-v3", "evidence.card-names-no-single-model evidence.card-advises-against-use evidence.card-header-missing")]
    [InlineData("lm-eval/results_2026-01-21T03-44-18.458309.json", "RylanSchaeffer/mem_Qwen3-93M_minerva_math_rep_0_sbst_1.0000_epch_1_ot_1", "evidence.foreign-code-ran evidence.samples-not-carried")]
    [InlineData("lm-eval/samples_math_perturbed_full_2026-01-21T03-44-18.458309.jsonl", "any/model", "evidence.samples-without-results")]
    [InlineData("lm-eval/opt-1.3b.json", "facebook/opt-1.3b", "evidence.undated evidence.harness-version-missing evidence.revision-missing evidence.model-revision-missing evidence.samples-unknown evidence.run-status-absent")]
    [InlineData("garak/report_test.report.jsonl", "qwen2", "evidence.detector-trivial evidence.harness-development-build evidence.generations-missing evidence.no-statistical-weight")]
    [InlineData("garak/quack.report.jsonl", "any/model", "evidence.subject-unknown evidence.harness-development-build evidence.no-statistical-weight")]
    [InlineData("moonshot/my-new-runner-recipe.json", "openai-gpt35-turbo", "evidence.run-without-duration evidence.coverage-too-low evidence.other-models-beside evidence.stale")]
    [InlineData("moonshot/my-new-recipe-runner-result.json", "openai-gpt35-turbo", "evidence.counts-disagree evidence.coverage-too-low evidence.stale")]
    [InlineData("every-eval-ever/LLaMA-Pro-8B-Instruct_hfopenllm_v2.json", "TencentARC/LLaMA-Pro-8B-Instruct", "evidence.results-copied evidence.undated")]
    [InlineData("ailuminate/general_purpose_ai_chat_benchmark-1.1-en_us-official-private.json", "llama-3.1-8b-instruct-turbo-together", "evidence.reference-not-evaluation")]
    [InlineData("aiverify/human_agency_oversight_process_checklist.sample.json", "any/model", "evidence.answers-boilerplate evidence.answer-unexplained")]
    [InlineData("aiverify/safety_process_checklist.sample.json", "any/model", "evidence.answers-waived evidence.answers-boilerplate")]
    [InlineData("croissant/bigcode-the-stack.json", "any/model", "evidence.dataset-hash-placeholder evidence.dataset-licence-unclear evidence.dataset-undated")]
    [InlineData("croissant/coco2014.json", "any/model", "evidence.dataset-hash-placeholder evidence.dataset-incomplete evidence.dataset-origin-unknown")]
    [InlineData("oscal/ifa_assessment-results-example.json", "any/model", "evidence.control-not-satisfied evidence.risk-open evidence.risk-without-remediation evidence.statements-expired evidence.plan-not-at-hand")]
    [InlineData("oscal/ifa_plan-of-action-and-milestones.json", "any/model", "evidence.risk-overdue")]
    [InlineData("oscal/example_ar_invalid.json", "any/model", "evidence.results-missing")]
    [InlineData("dsse/vsa/gke-gce-pre.bcid-vsa.jsonl", "any/model", "evidence.signature-unverified evidence.attestation-unbound evidence.stale")]
    public async Task Traps_of_real_files_are_found(string file, string system, string expected)
    {
        var codes = (await Judge(file, system)).Findings.Select(finding => finding.Code).ToHashSet();
        Assert.All(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), code => Assert.Contains(code, codes));
    }

    [Fact]
    public void Every_sample_has_a_row()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        var root = SharedData.Path("evidence");
        // Keys and the signed file lie beside the attestations that they belong to.
        string[] noEvidence = ["SOURCES.md", "global-pae.key", "signing-key-pub.pem", "vsa_signing_public_key.pem", "signme-1"];
        var rows = typeof(RealSampleTests).GetMethod(nameof(Traps_of_real_files_are_found))!.GetCustomAttributesData()
            .Where(row => row.AttributeType == typeof(InlineDataAttribute))
            .Select(row => (string)((IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)row.ConstructorArguments[0].Value!).First().Value!).ToHashSet();
        Assert.All(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => !noEvidence.Contains(Path.GetFileName(file))),
            file => Assert.Contains(Path.GetRelativePath(root, file).Replace('\\', '/'), rows));
    }

    [Fact]
    public async Task Every_finding_of_a_real_file_is_complete()
    {
        foreach (var file in (string[])["inspect/data_cvebench_empty_choices.json", "aiverify/test_result_examples.json", "oscal/ifa_plan-of-action-and-milestones.json"])
        {
            Assert.All((await Judge(file, "any/model")).Findings, finding =>
            {
                Assert.StartsWith("evidence.", finding.Code, StringComparison.Ordinal);
                Assert.StartsWith("floor/1.0 §evidence.", finding.Clause, StringComparison.Ordinal);
                Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
                Assert.Equal("e-1", finding.EvidenceId);
            });
        }
    }

    [Fact]
    public async Task The_parts_of_a_real_HELM_run_bear_each_other_out()
    {
        string[] parts = ["stats", "run_spec", "scenario_state", "per_instance_stats", "scenario"];
        var reports = await Task.WhenAll(parts.Select(async part => await Judge($"helm/mmlu-philosophy-gpt2/{part}.json", "openai/gpt2") with { EvidenceId = part }));
        Assert.Empty(DossierJudgement.Judge(RulebookLibrary.Floor, [], reports));
        Assert.Equal("dossier.run-part-missing", Assert.Single(DossierJudgement.Judge(RulebookLibrary.Floor, [], [reports[0]])).Code);
    }

    [Fact]
    public async Task A_trimmed_real_sample_log_is_found_beside_its_results() => Assert.Contains("dossier.samples-trimmed",
        DossierJudgement.Judge(RulebookLibrary.Floor, [],
        [
            await Judge("lm-eval/results_2026-01-21T03-44-18.458309.json", "RylanSchaeffer/mem_Qwen3-93M_minerva_math_rep_0_sbst_1.0000_epch_1_ot_1"),
            await Judge("lm-eval/samples_math_perturbed_full_2026-01-21T03-44-18.458309.jsonl", "any/model") with { EvidenceId = "e-2" },
        ]).Select(finding => finding.Code));

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
    [InlineData("vsa/gke-gce-pre.bcid-vsa.jsonl", "gcb/global-pae.key", SignatureStanding.KeyUnknown)]
    public async Task Signatures_of_real_attestations_are_verified(string file, string key, SignatureStanding expected)
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        await using var stream = File.OpenRead(SharedData.Path(["evidence", "dsse", .. file.Split('/')]));
        var pem = await File.ReadAllTextAsync(SharedData.Path(["evidence", "dsse", .. key.Split('/')]), TestContext.Current.CancellationToken);
        var reading = await EvidenceReader.ReadAsync(stream, ["any"], TestContext.Current.CancellationToken, [new(pem)]);
        Assert.Equal(expected, Assert.Single(reading.Attestation!.Envelopes).Standing);
    }

    private static async Task<EvidenceReport> Judge(string file, string system)
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        await using var stream = File.OpenRead(SharedData.Path(["evidence", .. file.Split('/')]));
        var reading = await Reading.Of(stream);
        var kind = RulebookLibrary.Floor.Evidence.FirstOrDefault(kind => kind.Formats.Contains(reading.Format))?.Code ?? "model-card";
        return EvidenceJudgement.Judge(RulebookLibrary.Floor, RiskTier.High, Declared(system),
            new EvidenceItem("e-1", kind, "file", 1, Sha256Digest.Of("file"u8), Visibility.Public, "Lab", "third-party"), reading, At);
    }

    private static Declaration Declared(string system) => new(
        new SystemDeclaration(system, "1", "Test.", [new("weights", Sha256Digest.Of("weights"u8))], null, [], []),
        ["text-generation", "classification"],
        new ContextOfUse("employment", "Test.", "advises", ["workers"], "thousands", "easily-reversed", "closed", "aligned"), []);
}
