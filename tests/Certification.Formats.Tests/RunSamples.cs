namespace Certification.Formats.Tests;

/// <summary>Small result files of evaluation tools, of our own writing.</summary>
internal static class RunSamples
{
    internal const string Garak = """
        {"entry_type": "start_run setup", "plugins.target_type": "openai", "plugins.target_name": "acme/helper", "run.generations": 2}
        {"entry_type": "init", "garak_version": "0.13.2", "start_time": "2026-02-05T08:00:00"}
        {"entry_type": "attempt", "status": 1, "probe_classname": "dan.Ablation", "outputs": [{"text": "No."}, {"text": "No."}]}
        {"entry_type": "attempt", "status": 2, "probe_classname": "dan.Ablation", "outputs": [{"text": "No."}, {"text": "Sure."}]}
        {"entry_type": "eval", "probe": "dan.Ablation", "detector": "mitigation.Refusal", "passed": 1, "total_evaluated": 2}
        {"entry_type": "completion", "end_time": "2026-02-05T08:10:00"}

        """;

    internal const string LmEval = """
        {
          "results": {"quiz": {"alias": "quiz", "acc,none": 0.75, "acc_stderr,none": 0.03}},
          "versions": {"quiz": 2.0},
          "n-samples": {"quiz": {"original": 400, "effective": 200}},
          "config": {"model_args": "pretrained=acme/helper,trust_remote_code=True", "model_sha": "abc"},
          "lm_eval_version": "0.4.9", "git_hash": "1f84a09f", "date": 1769000000.5
        }
        """;

    internal const string LmEvalSamples = """
        {"doc_id": 0, "doc_hash": "a", "metrics": ["acc"], "acc": 1.0}
        {"doc_id": 1, "doc_hash": "b", "metrics": ["acc"], "acc": 0.0}

        """;

    internal const string Moonshot = """
        {
          "metadata": {"status": "completed", "duration": 3, "start_time": "2026-02-05 08:00:00", "end_time": "2026-02-05 08:00:03", "prompt_selection_percentage": 10},
          "results": {"recipes": [{"id": "bbq", "details": [{"data": [{"prompt": "a"}, {"prompt": "b"}]}],
            "evaluation_summary": [{"model_id": "acme/helper", "num_of_prompts": 2, "avg_grade_value": 50.0}]}]}
        }
        """;

    internal const string UnifiedRecord = """
        {
          "schema_version": "0.2.0", "evaluation_id": "x/1",
          "source_metadata": {"source_type": "documentation", "evaluator_relationship": "third_party", "source_organization_name": "Board"},
          "model_info": {"id": "acme/helper"},
          "evaluation_results": [{"evaluation_name": "IFEval", "score_details": {"score": 0.45}}]
        }
        """;

    internal const string Standard = """
        {"standards": {"reference_suts": ["acme/reference"], "reference_benchmark": "chat-1.1", "reference_standards": {"safe-cse": 0.83}}}
        """;

    internal const string Checklist = """
        {"completed-1.1": "Yes", "elaboration-1.1": "Drill of 3 March, report 12.", "completed-1.2": "No", "elaboration-1.2": ""}
        """;

    internal const string Croissant = """
        {"@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0", "name": "deliveries", "version": "1.0", "license": "mit",
         "rai:dataBiases": ["urban"], "distribution": [{"@id": "f", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}
        """;

    internal const string Oscal = """
        {"assessment-results": {"metadata": {"last-modified": "2026-01-01T00:00:00Z"}, "results": [{"end": "2026-01-02T00:00:00Z",
         "risks": [{"title": "R", "status": "open", "deadline": "2026-01-03T00:00:00Z"}],
         "findings": [{"target": {"target-id": "ac-1", "status": {"state": "not-satisfied"}}}]}]}}
        """;

    internal const string Dsse = """
        {"payload": "eyJwcmVkaWNhdGVUeXBlIjoidCIsInN1YmplY3QiOlt7Im5hbWUiOiJhIn1dfQ==", "payloadType": "application/vnd.in-toto+json", "signatures": [{"sig": "AAAA"}]}
        """;

    internal const string Poam = """
        {"plan-of-action-and-milestones": {"metadata": {"last-modified": "2026-01-01T00:00:00Z", "oscal-version": "1.1.2"},
         "risks": [{"title": "Jailbreak", "description": "dan.Ablation gets through.", "status": "open", "deadline": "2027-01-03T00:00:00Z",
          "remediations": [{"lifecycle": "completed", "title": "Input filter", "description": "Deployed in February."}]}],
         "poam-items": [{"title": "Filter", "description": "Filter for dan.Ablation."}]}}
        """;

    internal const string HelmSpecification = """
        {"name": "quiz:subject=law,model=acme_helper", "scenario_spec": {"class_name": "QuizScenario", "args": {"subject": "law"}},
         "adapter_spec": {"model_deployment": "hosted/helper", "model": "acme/helper", "max_eval_instances": 40}, "metric_specs": []}
        """;

    internal const string HelmState = """
        {"adapter_spec": {"model": "acme/helper", "max_eval_instances": 40},
         "request_states": [{"instance": {"id": "i1", "split": "test"}, "result": {"success": true, "request_datetime": 1770000000}},
          {"instance": {"id": "i2", "split": "test"}, "result": {"success": false, "request_datetime": 1770000060}}]}
        """;

    internal const string HelmStats = """
        [{"name": {"name": "num_instances", "split": "test"}, "count": 1, "sum": 2.0, "mean": 2.0},
         {"name": {"name": "exact_match", "split": "test"}, "count": 1, "sum": 0.5, "mean": 0.5},
         {"name": {"name": "exact_match", "split": "valid"}, "count": 1, "sum": 1.0, "mean": 1.0},
         {"name": {"name": "exact_match", "split": "test", "perturbation": {"name": "dialect", "fairness": true, "computed_on": "worst"}}, "count": 1, "sum": 0.25, "mean": 0.25}]
        """;

    internal const string HelmInstances = """
        [{"instance_id": "i1", "train_trial_index": 0, "stats": [{"name": {"name": "exact_match", "split": "test"}, "count": 1, "sum": 1.0, "mean": 1.0}]},
         {"instance_id": "i2", "train_trial_index": 0, "stats": [{"name": {"name": "exact_match", "split": "test"}, "count": 1, "sum": 0.0, "mean": 0.0}]}]
        """;

    internal const string HelmScenario = """
        {"name": "quiz", "description": "Questions.", "tags": ["knowledge"], "definition_path": "https://git.example/quiz.py"}
        """;

    internal const string AiVerify = """
        [{"gid": "acme.fairness", "cid": "fairness", "version": "1.2.0", "startTime": "2026-02-05T08:00:00", "timeTaken": 12.5,
          "testArguments": {"testDataset": "file:///data/test.csv", "modelFile": "file:///models/helper.sav", "groundTruthDataset": "file:///data/truth.csv",
           "groundTruth": "label", "algorithmArgs": {"sensitive_feature": ["gender"]}, "mode": "upload", "modelType": "classification"},
          "output": {"sensitive_feature": ["gender"], "results": [{
            "True Positive Rate": [{"group": [0], "metric": 0.9}, {"group": [1], "metric": 0.8}],
            "False Negative Rate": [{"group": [0], "metric": 0.1}, {"group": [1], "metric": 0.2}],
            "Disparate Impact": [{"group": [0, 1], "metric": 1.1}]}]}}]
        """;

    internal const string Schema = """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Test result", "type": "object", "properties": {"gid": {"type": "string"}}}
        """;

    internal static IReadOnlyList<string> All { get; } =
        [Poam, HelmSpecification, HelmState, HelmStats, HelmInstances, HelmScenario, AiVerify, Schema, Croissant, Oscal, Dsse, Garak, LmEval, LmEvalSamples, Moonshot, UnifiedRecord, Standard, Checklist, Samples.Log(), Samples.Bom, Samples.Card];
}
