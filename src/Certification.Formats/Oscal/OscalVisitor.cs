using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Oscal;

/// <summary>Reads OSCAL assessment results and plans of action and milestones in JSON (1.1).</summary>
internal sealed class OscalVisitor : FormatVisitor
{
    private const string Results = "/assessment-results";
    private const string Plan = "/plan-of-action-and-milestones";
    private const int MostItems = 1_000;

    private static readonly HashSet<string> Names = ["assessment-results", "plan-of-action-and-milestones", "metadata", "last-modified", "results", "*",
        "end", "observations", "expires", "risks", "title", "status", "deadline", "findings", "target", "target-id", "state"];

    private readonly List<string> _unsatisfied = [];
    private readonly List<OpenRisk> _risks = [];
    private readonly List<DateTimeOffset> _expiries = [];
    private string? _root;
    private bool _hasResults;
    private DateTimeOffset? _modified;
    private DateTimeOffset? _ended;
    private string? _title;
    private string? _status;
    private string? _target;
    private string? _state;
    private DateTimeOffset? _deadline;

    public override bool IsRecognised => _root is not null;

    public override bool Wants(string shape) => shape.Length == 0
        || ((shape.StartsWith(Results, StringComparison.Ordinal) || shape.StartsWith(Plan, StringComparison.Ordinal))
            && shape[1..].Split('/').All(Names.Contains));

    public override void Opens(JsonPlace place)
    {
        if (place.Shape is Results or Plan)
            _root = place.Shape;
        _hasResults |= place.Shape == Results + "/results/*";
        if (IsRisk(place.Shape))
            (_title, _status, _deadline) = (null, null, null);
        if (IsFinding(place.Shape))
            (_target, _state) = (null, null);
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        switch (Tail(place.Shape))
        {
            case "metadata/last-modified": _modified = Facts.Time(place, value); break;
            case "*/end": _ended = Facts.Time(place, value); break;
            case "*/expires" when _expiries.Count < MostItems && Facts.Time(place, value) is { } expiry: _expiries.Add(expiry); break;
            case "*/title": _title = Facts.Text(place, value); break;
            case "*/status": _status = Facts.Text(place, value); break;
            case "*/deadline": _deadline = Facts.Time(place, value); break;
            case "target/target-id": _target = Facts.Text(place, value); break;
            case "status/state": _state = Facts.Text(place, value); break;
        }
    }

    public override void Closes(JsonPlace place)
    {
        if (IsRisk(place.Shape) && _status is not (null or "closed") && _risks.Count < MostItems)
            _risks.Add(new(_title ?? "", _status, _deadline, place.Pointer));
        if (IsFinding(place.Shape) && _state == "not-satisfied" && _unsatisfied.Count < MostItems)
            _unsatisfied.Add(_target ?? place.Pointer);
    }

    public override FormatReading Reading()
    {
        // Without results nothing was assessed, which is not the same as nothing found.
        IReadOnlyList<ReadingFault> missing = _root == Results && !_hasResults
            ? [new("evidence.results-missing", "The assessment results have no \"results\"; export the whole document.", Results)] : [];
        var format = _root == Results ? "oscal-assessment-results" : "oscal-poam";
        return new(format, [new Claim(null, "control-assessment", PerformedOn: _ended ?? _modified)], [.. missing, .. Facts.Faults],
            Controls: new ControlAssessment(_unsatisfied, _risks, _expiries.Count > 0 ? _expiries.Max() : null));
    }

    private static bool IsRisk(string shape) => shape.EndsWith("/risks/*", StringComparison.Ordinal);

    private static bool IsFinding(string shape) => shape.EndsWith("/findings/*", StringComparison.Ordinal);

    private static string Tail(string shape) => string.Join('/', shape.Split('/').TakeLast(2));
}
