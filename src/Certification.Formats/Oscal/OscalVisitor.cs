using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Oscal;

/// <summary>Reads OSCAL assessment results and plans of action and milestones in JSON (1.0 and later).</summary>
internal sealed class OscalVisitor : FormatVisitor
{
    private const string Results = "/assessment-results";
    private const string Plan = "/plan-of-action-and-milestones";
    private const int MostItems = 1_000;

    private static readonly HashSet<string> Names = ["assessment-results", "plan-of-action-and-milestones", "metadata", "last-modified", "oscal-version",
        "import-ap", "href", "results", "*", "end", "observations", "expires", "risks", "poam-items", "remediations", "title", "description",
        "statement", "lifecycle", "status", "deadline", "findings", "target", "target-id", "state"];

    private readonly List<string> _unsatisfied = [];
    private readonly List<DateTimeOffset> _expiries = [];
    private readonly OscalRisks _risks = new();
    private string? _root;
    private string? _version;
    private string? _plan;
    private bool _hasResults;
    private DateTimeOffset? _modified;
    private DateTimeOffset? _ended;
    private string? _target;
    private string? _state;

    public override bool IsRecognised => _root is not null;

    public override bool Wants(string shape) => shape.Length == 0
        || ((shape.StartsWith(Results, StringComparison.Ordinal) || shape.StartsWith(Plan, StringComparison.Ordinal))
            && shape[1..].Split('/').All(Names.Contains));

    public override void Opens(JsonPlace place)
    {
        if (place.Shape is Results or Plan)
            _root = place.Shape;
        _hasResults |= place.Shape == Results + "/results/*";
        _risks.Opens(place);
        if (IsFinding(place.Shape))
            (_target, _state) = (null, null);
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        if (_risks.Value(place, value, Facts))
            return;
        switch (string.Join('/', place.Shape.Split('/').TakeLast(2)))
        {
            case "metadata/last-modified": _modified = Facts.Time(place, value); break;
            case "metadata/oscal-version": _version = Facts.Text(place, value); break;
            case "import-ap/href": _plan = Facts.Text(place, value); break;
            case "*/end": _ended = Facts.Time(place, value); break;
            case "*/expires" when _expiries.Count < MostItems && Facts.Time(place, value) is { } expiry: _expiries.Add(expiry); break;
            case "target/target-id": _target = Facts.Text(place, value); break;
            case "status/state": _state = Facts.Text(place, value); break;
        }
    }

    public override void Closes(JsonPlace place)
    {
        _risks.Closes(place);
        if (IsFinding(place.Shape) && _state == "not-satisfied" && _unsatisfied.Count < MostItems)
            _unsatisfied.Add(_target ?? place.Pointer);
    }

    public override FormatReading Reading()
    {
        // Without results nothing was assessed, which is not the same as nothing found.
        IReadOnlyList<ReadingFault> missing = _root == Results && !_hasResults
            ? [new("evidence.results-missing", "The assessment results have no \"results\"; export the whole document.", Results)] : [];
        var format = _root == Results ? "oscal-assessment-results" : "oscal-poam";
        return new(format, [new Claim(null, "control-assessment", PerformedOn: _ended ?? _modified, Where: _root)], [.. missing, .. Facts.Faults],
            Controls: new ControlAssessment(_unsatisfied, _risks.Open, _expiries.Count > 0 ? _expiries.Max() : null,
                _plan is { Length: > 0 } plan && plan[0] != '#' ? plan : null))
        {
            Mitigations = _risks.Mitigations,
            Version = _version is null ? null : new(_version, _version.StartsWith("1.", StringComparison.Ordinal), "1.x", _root + "/metadata/oscal-version"),
        };
    }

    private static bool IsFinding(string shape) => shape.EndsWith("/findings/*", StringComparison.Ordinal);
}
