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

    public char? TypeOf(string shape) => _types.TryGetValue(shape, out var type) ? type : null;
}
