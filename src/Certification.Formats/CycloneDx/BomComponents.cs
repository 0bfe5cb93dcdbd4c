using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.CycloneDx;

/// <summary>Collects components wherever CycloneDX nests them: components within components, pedigrees, and the datasets of a
/// model card.</summary>
internal sealed class BomComponents
{
    private const int MostComponents = 5_000;

    private static readonly HashSet<string> Containers = ["components", "component", "pedigree", "ancestors", "hashes", "licenses",
        "license", "modelCard", "modelParameters", "datasets"];

    private static readonly HashSet<string> Members = ["type", "name", "version", "bom-ref", "alg", "content", "id", "ref", "task"];

    private readonly Stack<Draft> _open = new();
    private readonly List<BomComponent> _all = [];

    public IReadOnlyList<BomComponent> All => _all;

    /// <summary>Reference, or else name, of <c>metadata.component</c>.</summary>
    public string? SubjectRef { get; private set; }

    public static bool Wants(string shape)
    {
        if (!shape.StartsWith("/components", StringComparison.Ordinal) && !shape.StartsWith("/metadata/component", StringComparison.Ordinal))
            return false;
        var last = shape[(shape.LastIndexOf('/') + 1)..];
        return last == "*" || Containers.Contains(last) || Members.Contains(last);
    }

    public void Opens(JsonPlace place)
    {
        if (IsComponent(place.Shape))
            _open.Push(new(place.Shape, place.Pointer));
        else if (_open.TryPeek(out var draft) && place.Shape == draft.Shape + "/hashes/*")
            (draft.Algorithm, draft.Content) = (null, null);
    }

    public void Value(JsonPlace place, JsonScalar value)
    {
        if (!_open.TryPeek(out var draft) || !place.Shape.StartsWith(draft.Shape, StringComparison.Ordinal) || value.Text is not { } text)
            return;
        switch (place.Shape[draft.Shape.Length..])
        {
            case "/type": draft.Type = text; break;
            case "/name": draft.Name = text; break;
            case "/version": draft.Version = text; break;
            case "/bom-ref": draft.Ref = text; break;
            case "/modelCard/modelParameters/task": draft.Task = text; break;
            case "/hashes/*/alg": draft.Algorithm = text; break;
            case "/hashes/*/content": draft.Content = text; break;
            case "/licenses/*/license/id" or "/licenses/*/license/name": draft.Licences.Add(text); break;
        }
    }

    public void Closes(JsonPlace place)
    {
        if (!_open.TryPeek(out var draft) || !place.Shape.StartsWith(draft.Shape, StringComparison.Ordinal))
            return;
        if (place.Shape == draft.Shape + "/hashes/*" && draft.Algorithm == "SHA-256" && Sha256Digest.TryParse(draft.Content, out var digest))
            draft.Sha256.Add(digest);
        if (place.Shape != draft.Shape)
            return;
        _open.Pop();
        if (draft.Shape == "/metadata/component")
            SubjectRef = draft.Ref ?? draft.Name;
        if (draft.Name is not null && _all.Count < MostComponents)
            _all.Add(draft.Component());
    }

    private static bool IsComponent(string shape) => shape == "/metadata/component"
        || shape.EndsWith("/components/*", StringComparison.Ordinal)
        || shape.EndsWith("/ancestors/*", StringComparison.Ordinal)
        || shape.EndsWith("/modelParameters/datasets/*", StringComparison.Ordinal);

    private sealed class Draft(string shape, string where)
    {
        public string Shape { get; } = shape;

        public string? Type { get; set; }

        public string? Name { get; set; }

        public string? Version { get; set; }

        public string? Ref { get; set; }

        public string? Task { get; set; }

        public string? Algorithm { get; set; }

        public string? Content { get; set; }

        public List<Sha256Digest> Sha256 { get; } = [];

        public List<string> Licences { get; } = [];

        // A dataset within a model card has the type "dataset"; as a component of its own it has "data".
        public BomComponent Component() => new(
            Shape.EndsWith("/datasets/*", StringComparison.Ordinal) ? "data" : Type ?? "", Name!, Version, Ref, Sha256, Licences,
            Shape.Contains("/ancestors/", StringComparison.Ordinal), where, Task);
    }
}
