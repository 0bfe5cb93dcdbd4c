using System.Globalization;

namespace Certification.Formats.Tests;

/// <summary>Small files of each format, of our own writing, for tests to start from and break.</summary>
internal static class Samples
{
    internal static string Log(int samples = 3, string status = "success", string results = "0.6666666666666666") => $$$$"""
        {
          "version": 2, "status": "{{{{status}}}}",
          "eval": {
            "created": "2026-02-05T08:30:00+00:00", "task": "acme/quiz", "task_version": 3,
            "dataset": {"name": "acme/quiz-set", "samples": {{{{samples}}}}}, "model": "hf/acme/helper",
            "config": {"epochs": 1}, "revision": {"origin": "https://git.example/e", "commit": "abc1234", "dirty": true},
            "packages": {"inspect_ai": "0.3.140"}
          },
          "results": {
            "total_samples": {{{{samples}}}}, "completed_samples": {{{{samples}}}},
            "scores": [{"name": "choice", "scored_samples": {{{{samples}}}}, "metrics": {
              "accuracy": {"name": "accuracy", "value": {{{{results}}}}}, "stderr": {"name": "stderr", "value": 0.25}}}]
          },
          "stats": {"started_at": "2026-02-05T08:30:02+00:00", "completed_at": "2026-02-05T09:00:00+00:00"},
          "samples": [{{{{string.Join(",\n", Enumerable.Range(1, samples).Select(Sample))}}}}]
        }
        """;

    internal const string Bom = """
        {
          "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
          "metadata": {
            "timestamp": "2026-02-02T10:00:00Z",
            "tools": {"components": [{"type": "application", "name": "bom-maker"}]},
            "component": {
              "type": "machine-learning-model", "bom-ref": "m", "name": "acme/helper", "version": "1.2.0",
              "licenses": [{"license": {"id": "MIT"}}],
              "pedigree": {"ancestors": [{"type": "machine-learning-model", "name": "acme/base"}]},
              "modelCard": {"modelParameters": {"datasets": [{"type": "dataset", "name": "deliveries-2025"}]}},
              "components": [{"type": "file", "name": "model.safetensors", "hashes": [
                {"alg": "SHA-1", "content": "da39a3ee5e6b4b0d3255bfef95601890afd80709"},
                {"alg": "SHA-256", "content": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}]
            }
          },
          "components": [{"type": "library", "bom-ref": "lib", "name": "transformers", "version": "4.57.1"}],
          "dependencies": [{"ref": "m", "dependsOn": ["lib"]}]
        }
        """;

    internal const string Card = """
        ---
        license: mit
        datasets: [deliveries-2025]
        base_model: acme/base
        model-index:
        - name: acme/helper
          results:
          - dataset: {type: deliveries, split: test, revision: r1}
            metrics: [{type: accuracy, value: 0.9}]
        ---
        # Model card for acme/helper

        ## Intended use
        Answers questions about deliveries. It builds on `acme/base`.

        ## Limitations
        It fails on street names.

        ## Out-of-scope use
        - Hiring people.
        - Medical advice.

        ```python
        # this is not a heading, and we recommend against reading it as prose
        ```
        """;

    private static string Sample(int number) => string.Create(CultureInfo.InvariantCulture, $$$$"""
        {"id": {{{{number}}}}, "epoch": 1, "input": "Where is parcel {{{{number}}}}?", "messages": [{"content": "long {{{{number}}}}"}],
         "output": {"model": "acme/helper", "choices": []}, "scores": {"choice": {"value": "{{{{(number % 3 == 0 ? "I" : "C")}}}}"}}}
        """);
}
