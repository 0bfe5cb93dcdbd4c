using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Formats.Tests;

/// <summary>Takes a small file of our own, plants the fault that a real file has, and expects the code that the real file gets
/// too (<see cref="RealSampleTests"/>); without the fault, the code does not appear.</summary>
public sealed class PlantedFaultTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Files = new()
    {
        ["log"] = Samples.Log(120).Replace("\"dirty\": true", "\"dirty\": false"), ["bill"] = Samples.Bom, ["card"] = Samples.Card.Replace("Hiring people.", "Flying kites."),
        ["garak"] = RunSamples.Garak, ["lm-eval"] = RunSamples.LmEval.Replace("1769000000.5", "1770500000.5"), ["moonshot"] = RunSamples.Moonshot.Replace("\"prompt_selection_percentage\": 10", "\"prompt_selection_percentage\": 100"),
        ["record"] = RunSamples.UnifiedRecord.Replace("documentation", "evaluation_run"), ["helm-spec"] = RunSamples.HelmSpecification,
        ["helm-stats"] = RunSamples.HelmStats.Replace("\"sum\": 2.0, \"mean\": 2.0", "\"sum\": 400.0, \"mean\": 400.0"), ["ai-verify"] = RunSamples.AiVerify,
        ["checklist"] = RunSamples.Checklist.Replace("\"elaboration-1.2\": \"\"", "\"elaboration-1.2\": \"Planned for May.\""),
        ["croissant"] = RunSamples.Croissant, ["plan"] = RunSamples.Poam,
        ["results"] = RunSamples.Oscal.Replace("not-satisfied", "satisfied").Replace("\"open\"", "\"closed\""), ["dsse"] = RunSamples.Dsse,
    };

    [Theory]
    [InlineData("log", "\"status\": \"success\"", "\"status\": \"cancelled\"", "evidence.run-cancelled")]
    [InlineData("log", "\"status\": \"success\"", "\"status\": \"error\"", "evidence.run-failed")]
    [InlineData("log", "\"version\": 2", "\"invalidated\": true, \"version\": 2", "evidence.run-invalidated")]
    [InlineData("log", "\"dirty\": false", "\"dirty\": true", "evidence.revision-dirty")]
    [InlineData("log", "\"total_samples\": 120", "\"total_samples\": 80", "evidence.counts-disagree")]
    [InlineData("log", "\"completed_samples\": 120", "\"completed_samples\": 100", "evidence.samples-failed")]
    [InlineData("log", "0.6666666666666666", "0.95", "evidence.score-disagrees")]
    [InlineData("log", "\"samples\": 120}", "\"samples\": 2376}", "evidence.coverage-too-low")]
    [InlineData("log", "0.3.140", "0.3.138.dev45", "evidence.harness-development-build")]
    [InlineData("log", "\"model\": \"hf/acme/helper\"", "\"model\": \"hosted/latest\"", "evidence.model-alias")]
    [InlineData("log", "\"model\": \"acme/helper\"", "\"model\": \"rival/other\"", "evidence.subject-mismatch")]
    [InlineData("log", "\"model\": \"acme/helper\"", "\"model\": \"acme/helper-Q4_K_M.gguf\"", "evidence.subject-quantised")]
    [InlineData("log", "{\"value\": \"C\"}", "{\"value\": \"C\", \"history\": [{\"value\": \"I\"}]}", "evidence.score-edited")]
    [InlineData("log", "\"version\": 2", "\"version\": 7", "evidence.format-version-unknown")]
    [InlineData("log", "2026-02-05", "2023-02-05", "evidence.stale")]
    [InlineData("bill", "\"ancestors\": [{\"type\": \"machine-learning-model\", \"name\": \"acme/base\"}]", "\"ancestors\": [{\"type\": \"machine-learning-model\", \"name\": \"rival/base\"}]", "evidence.bom-base-model-missing")]
    [InlineData("bill", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "00b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "evidence.digest-mismatch")]
    [InlineData("bill", "\"name\": \"deliveries-2025\"", "\"name\": \"others\"", "evidence.bom-dataset-missing")]
    [InlineData("bill", "\"dependsOn\": [\"lib\"]", "\"dependsOn\": [\"lost\"]", "evidence.bom-reference-dangling")]
    [InlineData("bill", "\"dependencies\"", "\"signature\": {\"value\": \"tqIT...\"}, \"dependencies\"", "evidence.signature-placeholder")]
    [InlineData("bill", "\"dependencies\"", "\"declarations\": {\"evidence\": [{\"expires\": \"2023-05-25T00:00:00Z\"}]}, \"dependencies\"", "evidence.statements-expired")]
    [InlineData("card", "revision: r1", "split2: r1", "evidence.card-result-unpinned")]
    [InlineData("card", "Flying kites.", "Hiring people.", "evidence.card-advises-against-use")]
    [InlineData("card", "base_model: acme/base", "base_model: rival/base", "evidence.base-model-undeclared")]
    [InlineData("garak", "mitigation.Refusal", "always.Pass", "evidence.detector-trivial")]
    [InlineData("garak", "\"plugins.target_type\": \"openai\"", "\"plugins.target_type\": \"test\"", "evidence.subject-unknown")]
    [InlineData("garak", "\"run.generations\": 2", "\"run.generations\": 5", "evidence.generations-missing")]
    [InlineData("garak", "\"entry_type\": \"completion\"", "\"entry_type\": \"other\"", "evidence.run-unfinished")]
    [InlineData("lm-eval", "trust_remote_code=True", "trust_remote_code=False", "evidence.foreign-code-ran", true)]
    [InlineData("lm-eval", "\"model_sha\": \"abc\"", "\"model_sha\": null", "evidence.model-revision-missing")]
    [InlineData("lm-eval", "\"original\": 400", "\"original\": 40000", "evidence.coverage-too-low")]
    [InlineData("lm-eval", "\"date\": 1770500000.5", "\"date\": null", "evidence.undated")]
    [InlineData("moonshot", "\"duration\": 3", "\"duration\": 0", "evidence.run-without-duration")]
    [InlineData("moonshot", "\"num_of_prompts\": 2", "\"num_of_prompts\": 22", "evidence.counts-disagree")]
    [InlineData("moonshot", "\"prompt_selection_percentage\": 100", "\"prompt_selection_percentage\": 1", "evidence.coverage-too-low")]
    [InlineData("record", "evaluation_run", "documentation", "evidence.results-copied")]
    [InlineData("record", "third_party", "first_party", "evidence.independence-overstated")]
    [InlineData("helm-spec", "\"model\": \"acme/helper\"", "\"model\": \"acme/base\"", "evidence.subject-is-base-model")]
    [InlineData("helm-spec", "\"max_eval_instances\": 40", "\"max_eval_instances\": null", "evidence.instances-limited", true)]
    [InlineData("helm-stats", "\"sum\": 400.0", "\"sum\": 9.0", "evidence.no-statistical-weight")]
    [InlineData("ai-verify", "\"metric\": 0.9}", "\"metric\": 0.3}", "evidence.rates-do-not-add-up")]
    [InlineData("ai-verify", "truth.csv", "test.csv", "evidence.test-data-reused")]
    [InlineData("ai-verify", "\"timeTaken\": 12.5", "\"timeTaken\": 0", "evidence.run-without-duration")]
    [InlineData("checklist", "Planned for May.", "", "evidence.answer-unexplained")]
    [InlineData("checklist", "\"completed-1.1\": \"Yes\"", "\"completed-1.1\": \"No\"", "evidence.answers-waived")]
    [InlineData("croissant", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "sha256", "evidence.dataset-hash-placeholder")]
    [InlineData("croissant", "\"license\": \"mit\"", "\"license\": \"other\"", "evidence.dataset-licence-unclear")]
    [InlineData("croissant", "\"version\": \"1.0\"", "\"description\": \"This metadata is incomplete.\"", "evidence.dataset-incomplete")]
    [InlineData("croissant", "\"version\": \"1.0\"", "\"version\": \"1.0\", \"recordSet\": [{\"name\": \"new\"}]", "evidence.dataset-without-fields")]
    [InlineData("plan", "\"deadline\": \"2027", "\"deadline\": \"2025", "evidence.risk-overdue")]
    [InlineData("plan", "\"remediations\"", "\"no-remediations\"", "evidence.risk-without-remediation")]
    [InlineData("results", "\"state\": \"satisfied\"", "\"state\": \"not-satisfied\"", "evidence.control-not-satisfied")]
    [InlineData("results", "\"results\": [{", "\"outcomes\": [{", "evidence.results-missing")]
    [InlineData("dsse", "{\"sig\": \"AAAA\"}", "", "evidence.signature-missing")]
    public async Task A_planted_fault_is_found_and_nothing_is_found_without_it(string file, string sound, string faulty, string code, bool isMending = false)
    {
        Assert.Contains(sound, Files[file], StringComparison.Ordinal);
        var (without, with) = (await Findings(Files[file]), await Findings(Files[file].Replace(sound, faulty)));
        if (isMending)
            (without, with) = (with, without);
        Assert.DoesNotContain(without, finding => finding.Code == code);
        var found = with.First(finding => finding.Code == code);
        Assert.Equal(("e-1", true), (found.EvidenceId, found.Clause.StartsWith("floor/", StringComparison.Ordinal)));
        Assert.EndsWith(".", found.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Finding>> Findings(string text)
    {
        var reading = await Reading.Of(text);
        var kind = RulebookLibrary.Floor.Evidence.First(kind => kind.Formats.Contains(reading.Format)).Code;
        return EvidenceJudgement.Judge(RulebookLibrary.Floor, RiskTier.Limited, Declared,
            new EvidenceItem("e-1", kind, "file", 1, Sha256Digest.Of("file"u8), Visibility.Public, "Lab", "third-party"), reading, At).Findings;
    }

    private static Declaration Declared { get; } = new(
        new SystemDeclaration("acme/helper", "1.2.0", "Test.", [new("model.safetensors", Sha256Digest.Parse("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))],
            new BaseModel("acme/base"), ["deliveries-2025"], []),
        ["text-generation"],
        new ContextOfUse("employment", "Test.", "advises", ["workers"], "thousands", "easily-reversed", "closed", "aligned"), []);
}
