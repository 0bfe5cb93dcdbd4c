using Certification.Domain.Evidence;
using Certification.Domain.Submissions;

namespace Certification.Domain.Tests.Evidence;

/// <summary>Readings without fault for the system of <see cref="A.Declaration"/>, for tests to break.</summary>
internal static class AReading
{
    private const string System = "acme/helper";

    private static readonly RunPlaces Places = new(
        "/status", "/invalidated", "/eval/task", "/eval/model", "/eval/dataset/samples", "/results/total_samples", "/results/completed_samples",
        "/samples", "/results/scores", "/eval/revision", "/eval/packages", "/stats", "/stats", "/config", "/source", "/data");

    internal static FormatReading Run(Func<EvaluationRun, EvaluationRun>? change = null)
    {
        var run = new EvaluationRun(
            "success", false, "inspect_evals/truthfulqa", "truthful_qa", "hf/acme/helper", [System],
            new CodeRevision("https://git.example/evals", "abc1234", false), "0.3.140",
            new SampleCounts(200, 1, 200, 200, 200, 0), [new RunScore("choice", "accuracy", 0.75, 200, 0.03, 0.75, 200)],
            A.Monday.AddHours(-2), A.Monday.AddHours(-1)) { Places = Places };
        run = change?.Invoke(run) ?? run;
        return new("inspect-log", [.. run.Scores.Select(score => new Claim(System, "evaluation", Benchmark: run.Task, BenchmarkVersion: "1",
            Harness: "inspect_ai", HarnessVersion: run.HarnessVersion, Metric: score.Metric, Value: score.Value, PerformedOn: run.CompletedAt))], [], Run: run);
    }

    internal static FormatReading Bom(Func<BillOfMaterials, BillOfMaterials>? change = null)
    {
        var bom = new BillOfMaterials("1.6", A.Monday.AddDays(-1), "m",
            [
                Component("machine-learning-model", System),
                Component("file", "model.safetensors") with { Sha256 = [Sha256Digest.Of("weights"u8)] },
                Component("data", "deliveries-2025"),
            ], [], [], null);
        return new("cyclonedx", [], [], Bom: change?.Invoke(bom) ?? bom);
    }

    internal static FormatReading Card(Func<ModelCard, ModelCard>? change = null)
    {
        var card = new ModelCard(true, "Helper", [System], [], [], "apache-2.0", [], [],
            [new CardResult(System, "deliveries", "test", "r1", "accuracy", 0.9)], [], [new("It fails on street names.", 9)], true, true);
        return new("model-card", [], [], Card: change?.Invoke(card) ?? card);
    }

    internal static BomComponent Component(string type, string name) => new(type, name, null, name, [], [], false, $"/components/{name}");

    internal static EvidenceItem Item(FormatReading reading) => A.Evidence() with
    {
        Independence = "third-party",
        Kind = reading.Format switch { "inspect-log" => "capability-evaluation", "cyclonedx" => "bill-of-materials", _ => "model-card" },
    };
}
