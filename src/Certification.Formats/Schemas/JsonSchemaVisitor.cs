using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Schemas;

/// <summary>Recognises a JSON Schema, which says what evidence would look like and is none.</summary>
internal sealed class JsonSchemaVisitor : FormatVisitor
{
    private string? _dialect;
    private string? _title;
    private bool _hasProperties;

    public override bool IsRecognised => _dialect?.Contains("json-schema.org", StringComparison.Ordinal) == true && _hasProperties;

    public override bool Wants(string shape) => shape is "" or "/$schema" or "/title" or "/properties";

    public override void Opens(JsonPlace place) => _hasProperties |= place.Shape == "/properties";

    public override void Value(JsonPlace place, JsonScalar value)
    {
        if (place.Shape == "/$schema")
            _dialect = value.Text;
        else if (place.Shape == "/title")
            _title = value.Text;
    }

    public override FormatReading Reading() => new("json-schema", [], [new("evidence.schema-not-evidence",
        $"The file is a JSON Schema{(_title is null ? "" : $" (\"{_title}\")")}; hand in a file that follows it.", "/$schema")]);
}
