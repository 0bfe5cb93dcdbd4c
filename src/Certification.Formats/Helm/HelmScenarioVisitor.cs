using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Helm;

/// <summary>Reads <c>scenario.json</c> of a HELM run, which says what the benchmark is and nothing of any model.</summary>
internal sealed class HelmScenarioVisitor : FormatVisitor
{
    private string? _name;
    private string? _definition;
    private bool _hasTags;

    public override bool IsRecognised => _name is not null && _hasTags && _definition is not null;

    public override bool Wants(string shape) => shape is "" or "/name" or "/definition_path" or "/tags";

    public override void Opens(JsonPlace place) => _hasTags |= place.Shape == "/tags";

    public override void Value(JsonPlace place, JsonScalar value)
    {
        if (place.Shape == "/name")
            _name = value.Text;
        else if (place.Shape == "/definition_path")
            _definition = value.Text;
    }

    public override FormatReading Reading() =>
        new("helm-results", [new Claim(null, "run-specification", Benchmark: _name, Harness: "helm", Where: "/name")], Facts.Faults);
}
