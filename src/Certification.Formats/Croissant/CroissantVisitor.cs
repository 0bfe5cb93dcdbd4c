using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Croissant;

/// <summary>Reads Croissant dataset metadata (1.0 and 1.1), with the fields of its RAI extension counted.</summary>
internal sealed class CroissantVisitor : FormatVisitor
{
    private const string File = "/distribution/*";
    private const string Record = "/recordSet/*";
    private const int MostHashes = 1_000;

    private static readonly string[] Known = ["1.0", "1.1"];

    private readonly List<string> _placeholders = [];
    private readonly List<Sha256Digest> _digests = [];
    private string? _conformsTo;
    private string? _name;
    private string? _version;
    private string? _licence;
    private string? _description;
    private string? _creator;
    private string? _creatorType;
    private string? _citation;
    private bool _hasRecordSet;
    private bool _hasFields;
    private bool _isDated;
    private int _responsibleFields;

    public override bool IsRecognised => _conformsTo?.Contains("mlcommons.org/croissant", StringComparison.OrdinalIgnoreCase) == true;

    public override bool Wants(string shape) => shape is "" or "/conformsTo" or "/name" or "/version" or "/license" or "/description"
        or "/datePublished" or "/dateCreated" or "/dateModified" or "/creator" or "/creator/@type" or "/creator/name" or "/citeAs"
        or "/recordSet" or Record or Record + "/field" or Record + "/field/*" or "/distribution" or File or File + "/sha256"
        || (shape.StartsWith("/rai:", StringComparison.Ordinal) && shape.LastIndexOf('/') == 0);

    public override void Opens(JsonPlace place)
    {
        _hasRecordSet |= place.Shape == Record;
        _hasFields |= place.Shape == Record + "/field/*";
        Count(place);
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        switch (place.Shape)
        {
            case "/conformsTo": _conformsTo = value.Text; break;
            case "/name": _name = value.Text; break;
            case "/version": _version = value.Text ?? _version; break;
            case "/creator/@type": _creatorType = value.Text; break;
            case "/creator/name": _creator = value.Text; break;
            case "/citeAs": _citation = value.Text; break;
            case "/license": _licence = value.Text; break;
            case "/description": _description = value.Text; break;
            case "/datePublished" or "/dateCreated" or "/dateModified": _isDated |= value.Text is not null; break;
            case File + "/sha256": Hash(place, value); break;
            default: Count(place); break;
        }
    }

    public override FormatReading Reading() => new("croissant",
        [new Claim(_name, "dataset", _version, _digests.Count == 1 ? _digests[0] : null)], Facts.Faults,
        Dataset: new DatasetDescription(_name, _version, _licence, _isDated, _digests, _placeholders,
            _description?.Contains("incomplete", StringComparison.OrdinalIgnoreCase) == true, _responsibleFields,
            HasFields: _hasRecordSet ? _hasFields : null, PersonAsOrganisation: PersonAsOrganisation()))
    {
        Version = new(_conformsTo![(_conformsTo!.LastIndexOf('/') + 1)..], Array.Exists(Known, version => _conformsTo!.EndsWith("/" + version, StringComparison.Ordinal)), "1.0 or 1.1", "/conformsTo"),
    };

    // A citation writes people as "Last, First"; an organisation has no first name.
    private string? PersonAsOrganisation() => _creatorType?.EndsWith("Organization", StringComparison.Ordinal) == true
        && _creator?.Split(' ') is [var first, .., var last] && _citation?.Contains($"{last}, {first}", StringComparison.Ordinal) == true ? _creator : null;

    private void Hash(JsonPlace place, JsonScalar value)
    {
        if (_digests.Count + _placeholders.Count >= MostHashes)
            return;
        if (Sha256Digest.TryParse(value.Text, out var digest))
            _digests.Add(digest);
        else
            _placeholders.Add(place.Pointer);
    }

    private void Count(JsonPlace place)
    {
        if (place.Shape.StartsWith("/rai:", StringComparison.Ordinal))
            _responsibleFields++;
    }
}
