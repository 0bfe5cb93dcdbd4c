namespace Certification.Formats.Assurance;

/// <summary>An object of a document of ours: its members by their path within it, and the rows inside.</summary>
internal sealed class OwnRow(string shape, string where)
{
    private readonly Dictionary<string, object> _values = [];
    private readonly Dictionary<string, List<OwnRow>> _rows = [];

    public string Shape { get; } = shape;

    /// <summary>JSON pointer.</summary>
    public string Where { get; } = where;

    public string? Text(string name) => _values.GetValueOrDefault(name) as string;

    public double? Number(string name) => _values.GetValueOrDefault(name) as double?;

    public long? Count(string name) => _values.GetValueOrDefault(name) as long?;

    public bool? Truth(string name) => _values.GetValueOrDefault(name) as bool?;

    public DateTimeOffset? Time(string name) => _values.GetValueOrDefault(name) as DateTimeOffset?;

    public IReadOnlyList<T> Many<T>(string name) => _values.GetValueOrDefault(name + "/*") is List<object> values ? [.. values.OfType<T>()] : [];

    public IEnumerable<OwnRow> Rows(string name) => _rows.GetValueOrDefault(name) ?? [];

    public bool Has(string prefix) => _values.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));

    public void Put(string name, object value) => _values[name] = value;

    public void Append(string name, object value, int most)
    {
        if (_values.TryGetValue(name, out var known) && known is List<object> values)
        {
            if (values.Count < most) values.Add(value);
            return;
        }
        _values[name] = new List<object> { value };
    }

    public void Add(string name, OwnRow row)
    {
        if (!_rows.TryGetValue(name, out var rows)) _rows[name] = rows = [];
        rows.Add(row);
    }
}
