using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Helm;

/// <summary>Reads <c>run_spec.json</c> and <c>scenario_state.json</c> of a HELM run: which model was asked what, how many
/// instances at most, and in the latter how each request went.</summary>
internal sealed class HelmSpecificationVisitor : FormatVisitor
{
    private const string Request = "/request_states/*";

    private string? _name;
    private string? _model;
    private string? _deployment;
    private long? _limit;
    private long? _requests;
    private long _failed;
    private double _latest;
    private bool _isSpecification;

    public override bool IsRecognised => _model is not null && (_isSpecification || _requests is not null);

    public override bool Wants(string shape) => shape is "" or "/name" or "/scenario_spec" or "/scenario_spec/class_name" or "/metric_specs"
        or "/adapter_spec" or "/adapter_spec/model" or "/adapter_spec/model_deployment" or "/adapter_spec/max_eval_instances"
        or "/request_states" or Request or Request + "/result" or Request + "/result/success" or Request + "/result/request_datetime";

    public override void Opens(JsonPlace place)
    {
        switch (place.Shape)
        {
            case "/scenario_spec": _isSpecification = true; break;
            case "/request_states": _requests = 0; break;
            case Request: _requests++; break;
        }
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        switch (place.Shape)
        {
            case "/name": _name = value.Text; break;
            case "/adapter_spec/model": _model = Facts.Text(place, value); break;
            case "/adapter_spec/model_deployment": _deployment = Facts.Text(place, value); break;
            case "/adapter_spec/max_eval_instances": _limit = Facts.Count(place, value); break;
            case Request + "/result/success" when Facts.Truth(place, value) == false: _failed++; break;
            case Request + "/result/request_datetime" when value.Number is > 0 and < 4e9: _latest = Math.Max(_latest, value.Number); break;
        }
    }

    public override FormatReading Reading()
    {
        // The name is the scenario with its arguments; of these, the model has a place of its own.
        var benchmark = _name?.Split(",model=")[0];
        DateTimeOffset? performed = _latest > 0 ? DateTimeOffset.FromUnixTimeSeconds((long)_latest) : null;
        var claim = new Claim(_model, "run-specification", Benchmark: benchmark, Harness: "helm", Samples: _requests, PerformedOn: performed, Where: "/adapter_spec");
        return new("helm-results", [claim], Facts.Faults)
        {
            Specification = new RunSpecification(_model!, _deployment, benchmark, _limit, _requests, _failed, "/adapter_spec/model"),
        };
    }
}
