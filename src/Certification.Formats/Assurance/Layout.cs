using System.Text.Json.Nodes;

namespace Certification.Formats.Assurance;

/// <summary>The members that a format of ours knows.</summary>
internal sealed class Layout
{
    private readonly Dictionary<string, char> _types = [];
    private readonly HashSet<string> _rows = [];
    private readonly HashSet<string> _wanted = [""];

    /// <summary>A layout out of lines such as <c>/training/*/hours n</c>: the shape of a member and its type, which is
    /// <c>t</c> text, <c>n</c> number, <c>c</c> count, <c>b</c> truth value, <c>d</c> date. A member below <c>*</c> is of a row.</summary>
    public Layout(params string[] lines)
    {
        foreach (var line in (string[])["/system t", "/preparedBy t", "/date d", .. lines])
        {
            var shape = line[..^2];
            _types[shape] = line[^1];
            for (var part = shape; part.Length > 0; part = part[..part.LastIndexOf('/')])
            {
                _wanted.Add(part);
                if (part != shape && part.EndsWith("/*", StringComparison.Ordinal)) _rows.Add(part);
            }
        }
    }

    public bool Wants(string shape) => _wanted.Contains(shape);

    public bool IsRow(string shape) => _rows.Contains(shape);

    /// <summary>The layout as a JSON Schema (2020-12). Members that it does not name are allowed: readers skip them.</summary>
    /// <param name="format">Such as <c>certification/safeguards/1</c>.</param>
    public JsonObject Schema(string format)
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:certification:format:{format["certification/".Length..].Replace('/', ':')}",
            ["type"] = "object",
            ["required"] = new JsonArray("format", "system", "date"),
            ["properties"] = new JsonObject { ["format"] = new JsonObject { ["const"] = format } },
        };
        foreach (var (shape, type) in _types) Place(root, shape[1..].Split('/'), TypeSchema(type));
        return root;
    }

    public char? TypeOf(string shape) => _types.TryGetValue(shape, out var type) ? type : null;

    /// <summary>Puts a member where its path leads, making objects and arrays on the way.</summary>
    private static void Place(JsonObject schema, ReadOnlySpan<string> path, JsonObject leaf)
    {
        if (path[0] == "*")
        {
            schema["type"] = "array";
            if (path.Length == 1) schema["items"] = leaf;
            else Place(Child(schema, "items"), path[1..], leaf);
            return;
        }
        schema["type"] = "object";
        var properties = Child(schema, "properties");
        if (path.Length == 1) properties[path[0]] = leaf;
        else Place(Child(properties, path[0]), path[1..], leaf);
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject child) return child;
        child = [];
        parent[name] = child;
        return child;
    }

    private static JsonObject TypeSchema(char type) => type switch
    {
        'n' => new() { ["type"] = "number" },
        'c' => new() { ["type"] = "integer", ["minimum"] = 0 },
        'b' => new() { ["type"] = "boolean" },
        'd' => new() { ["type"] = "string", ["description"] = "A date or date-time of ISO 8601." },
        _ => new() { ["type"] = "string" },
    };
}
