using System.Text;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Oscal;

/// <summary>Risks and items of a plan, with what is done about them.</summary>
internal sealed class OscalRisks
{
    private const int MostItems = 200;
    private const int LongestText = 2_000;

    private readonly List<OpenRisk> _open = [];
    private readonly List<Mitigation> _mitigations = [];
    private readonly StringBuilder _text = new();
    private string? _item;
    private string? _title;
    private string? _status;
    private string? _lifecycle;
    private bool _hasRemediation;
    private DateTimeOffset? _deadline;

    public IReadOnlyList<OpenRisk> Open => _open;

    public IReadOnlyList<Mitigation> Mitigations => _mitigations;

    public void Opens(JsonPlace place)
    {
        if (IsRisk(place.Shape) || IsItem(place.Shape))
        {
            (_item, _title, _status, _lifecycle, _deadline, _hasRemediation) = (place.Shape, null, null, null, null, false);
            _text.Clear();
        }

        _hasRemediation |= _item is not null && place.Shape == _item + "/remediations/*";
    }

    /// <summary>Takes a value inside a risk or an item; false for any other.</summary>
    public bool Value(JsonPlace place, JsonScalar value, JsonFacts facts)
    {
        if (_item is null || !place.Shape.StartsWith(_item, StringComparison.Ordinal))
            return false;
        switch (place.Shape[_item.Length..])
        {
            case "/title": Add(_title = facts.Text(place, value)); break;
            case "/status": _status = facts.Text(place, value); break;
            case "/deadline": _deadline = facts.Time(place, value); break;
            case "/remediations/*/lifecycle": _lifecycle = facts.Text(place, value); break;
            case "/description" or "/statement" or "/remediations/*/title" or "/remediations/*/description": Add(facts.Text(place, value)); break;
        }

        return true;
    }

    public void Closes(JsonPlace place)
    {
        if (_item is null || place.Shape != _item)
            return;
        if (IsRisk(_item) && _status is not (null or "closed") && _open.Count < MostItems)
            _open.Add(new(_title ?? "", _status, _deadline, place.Pointer, _hasRemediation));
        if ((_hasRemediation || IsItem(_item)) && _mitigations.Count < MostItems)
            _mitigations.Add(new(_title ?? "", _text.ToString(), _lifecycle, place.Pointer));
        _item = null;
    }

    private void Add(string? text)
    {
        if (text is not null && _text.Length < LongestText)
            _text.Append(text.AsSpan(0, Math.Min(text.Length, LongestText - _text.Length))).Append('\n');
    }

    private static bool IsRisk(string shape) => shape.EndsWith("/risks/*", StringComparison.Ordinal);

    private static bool IsItem(string shape) => shape.EndsWith("/poam-items/*", StringComparison.Ordinal);
}
