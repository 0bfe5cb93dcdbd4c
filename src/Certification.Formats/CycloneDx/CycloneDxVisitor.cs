using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.CycloneDx;

/// <summary>Reads CycloneDX bills of materials in JSON (1.5 and later, where models and datasets have a place).</summary>
internal sealed class CycloneDxVisitor : FormatVisitor
{
    private static readonly string[] Known = ["1.4", "1.5", "1.6", "1.7"];

    private readonly BomComponents _components = new();
    private readonly BomReferences _references = new();
    private readonly BomStatements _statements = new();
    private string? _format;
    private string? _specVersion;
    private DateTimeOffset? _createdAt;

    public override bool IsRecognised => _format == "CycloneDX";

    public override bool Wants(string shape) => shape is "" or "/bomFormat" or "/specVersion" or "/metadata" or "/metadata/timestamp"
        || BomComponents.Wants(shape) || BomReferences.Wants(shape) || BomStatements.Wants(shape);

    public override void Opens(JsonPlace place) => _components.Opens(place);

    public override void Value(JsonPlace place, JsonScalar value)
    {
        switch (place.Shape)
        {
            // Read without faults: other JSON formats may well have a member of this name.
            case "/bomFormat": _format = value.Text; break;
            case "/specVersion": _specVersion = Facts.Text(place, value); break;
            case "/metadata/timestamp": _createdAt = Facts.Time(place, value); break;
        }

        _components.Value(place, value);
        _references.Value(place, value);
        _statements.Value(place, value, Facts);
    }

    public override void Closes(JsonPlace place) => _components.Closes(place);

    public override FormatReading Reading()
    {
        var bom = new BillOfMaterials(
            _specVersion, _createdAt, _components.SubjectRef, _components.All, _references.Dangling(),
            _statements.PlaceholderSignatures, _statements.ExpiredOn);
        var claims = bom.Models.Take(200).Select(model => new Claim(
            model.Name, "bill-of-materials", model.Version, model.Sha256.Count == 1 ? model.Sha256[0] : null,
            PerformedOn: bom.CreatedAt, Where: model.Where));
        return new("cyclonedx", [.. claims], Facts.Faults, Bom: bom)
        {
            Version = _specVersion is null ? null : new(_specVersion, Known.Contains(_specVersion), "1.4 to 1.7", "/specVersion"),
        };
    }
}
