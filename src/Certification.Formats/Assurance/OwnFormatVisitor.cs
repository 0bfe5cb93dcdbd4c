using System.Text.Json.Nodes;
using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;
using Certification.Formats.Json;

namespace Certification.Formats.Assurance;

/// <summary>Reads a document of ours, which <c>"format": "certification/NAME/1"</c> gives away. A format is a list of the members
/// that it knows; others are skipped unseen, so memory is bounded by what is used.</summary>
internal abstract class OwnFormatVisitor : FormatVisitor
{
    private const string Tag = "/format";
    private const int MostRows = 5_000;
    private const int MostValues = 500;
    private const string KnownVersion = "1";

    private readonly string _name;
    private readonly Layout _layout;
    private readonly OwnRow _document = new("", "");
    private readonly Stack<OwnRow> _open = new();
    private string? _version;
    private int _rows;

    protected OwnFormatVisitor(string name, Layout layout)
    {
        (_name, _layout) = (name, layout);
        _open.Push(_document);
    }

    /// <summary>Code of the format, such as <c>safeguards</c>.</summary>
    public string Name => _name;

    /// <summary>The format as a JSON Schema.</summary>
    public JsonObject Schema() => _layout.Schema($"certification/{_name}/{KnownVersion}");

    public sealed override bool IsRecognised => _version is not null;

    public sealed override bool Wants(string shape) => shape == Tag || _layout.Wants(shape);

    public sealed override void Opens(JsonPlace place)
    {
        if (!_layout.IsRow(place.Shape)) return;
        var row = new OwnRow(place.Shape, place.Pointer);
        if (++_rows <= MostRows) _open.Peek().Add(place.Shape[(_open.Peek().Shape.Length + 1)..^2], row);
        _open.Push(row);
    }

    public sealed override void Closes(JsonPlace place)
    {
        if (_open.Count > 1 && _open.Peek().Shape == place.Shape) _open.Pop();
    }

    public sealed override void Value(JsonPlace place, JsonScalar value)
    {
        if (place.Shape == Tag)
        {
            var prefix = $"certification/{_name}/";
            if (value.Text?.StartsWith(prefix, StringComparison.Ordinal) == true) _version = value.Text[prefix.Length..];
            return;
        }
        var row = _open.Peek();
        if (_layout.TypeOf(place.Shape) is not { } type || Typed(type, place, value) is not { } typed || _rows > MostRows) return;
        var name = place.Shape[(row.Shape.Length + 1)..];
        if (name.EndsWith("/*", StringComparison.Ordinal)) row.Append(name, typed, MostValues);
        else row.Put(name, typed);
    }

    public sealed override FormatReading Reading()
    {
        var (document, claims) = Read(_document);
        return new FormatReading(_name, [.. claims.Take(200)], Facts.Faults)
        {
            Assurance = document,
            Version = new FormatVersion(_version!, _version == KnownVersion, KnownVersion, Tag),
            Mitigations = (document as RedTeamFindings)?.Mitigations(),
        };
    }

    /// <summary>The document and what it claims.</summary>
    protected abstract (AssuranceDocument Document, IEnumerable<Claim> Claims) Read(OwnRow document);

    private object? Typed(char type, JsonPlace place, JsonScalar value) => type switch
    {
        'n' => Facts.Number(place, value),
        'c' => Facts.Count(place, value),
        'b' => Facts.Truth(place, value),
        'd' => Facts.Time(place, value),
        _ => Facts.Text(place, value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
    };
}
