using Certification.Formats.Json;

namespace Certification.Formats.CycloneDx;

/// <summary>Which references a bill makes and which it defines. External <c>urn:cdx:</c> links are no business of this file.</summary>
internal sealed class BomReferences
{
    private const int MostReferences = 20_000;

    private static readonly HashSet<string> Users = ["ref", "dependsOn", "provides", "assessor", "claims",
        "counterClaims", "evidence", "counterEvidence", "mitigationStrategies", "target"];

    private readonly HashSet<string> _defined = [];
    private readonly Dictionary<string, string> _used = [];

    public static bool Wants(string shape)
    {
        if (shape.StartsWith("/dependencies", StringComparison.Ordinal))
            return true;
        return shape.StartsWith("/declarations", StringComparison.Ordinal) && !shape.Contains("/data/", StringComparison.Ordinal);
    }

    public void Value(JsonPlace place, JsonScalar value)
    {
        if (value.Text is not { Length: > 0 } text || _defined.Count + _used.Count >= MostReferences)
            return;
        if (place.Name == "bom-ref")
            _defined.Add(text);
        else if (IsUse(place.Shape))
            _used.TryAdd(text, place.Pointer);
    }

    /// <summary>At most 50 references to nothing, each with its place. Requirements are defined by the standard that is
    /// attested, so they do not count.</summary>
    public IReadOnlyList<string> Dangling() =>
    [
        .. _used.Where(use => !_defined.Contains(use.Key) && !use.Key.StartsWith("urn:cdx:", StringComparison.Ordinal))
            .OrderBy(use => use.Value, StringComparer.Ordinal)
            .Select(use => $"{use.Key} ({use.Value})")
            .Take(50),
    ];

    private static bool IsUse(string shape)
    {
        var segments = shape.Split('/');
        var name = segments[^1] == "*" ? segments[^2] : segments[^1];
        return Users.Contains(name);
    }
}
