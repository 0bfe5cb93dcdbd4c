using System.Text.Json;

namespace Certification.Formats.Json;

/// <summary>One shape of a file, such as <c>/samples/*/error</c>, with the visitors that want it. Shapes form a tree that lives
/// as long as the file is read, so that a million samples cost the lookups of one.</summary>
internal sealed class ShapeNode(string shape, string name, byte[] utf8Name, FormatVisitor[] listeners)
{
    private const int LongestKept = 64;

    // Grades are single letters, and change from sample to sample.
    private static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    private Dictionary<int, ShapeNode>? _children;
    private ShapeNode? _sameHash;
    private ShapeNode? _first;
    private ShapeNode? _successor;
    private ShapeNode? _element;
    private byte[]? _utf8Text;
    private int _textLength;
    private string? _text;

    /// <summary>Path with <c>*</c> for array elements; empty for the root.</summary>
    public string Shape { get; } = shape;

    /// <summary>Last segment of <see cref="Shape"/>.</summary>
    public string Name { get; } = name;

    /// <summary>Who wants it; what is inside a value that nobody wants is skipped unseen.</summary>
    public FormatVisitor[] Listeners { get; } = listeners;

    /// <summary>Whether anybody wants what is inside; without, an object or array of this shape is passed over.</summary>
    public bool IsEntered { get; } = Array.Exists(listeners, visitor => visitor.Enters(shape));

    /// <summary>Characters that are kept of a text of this shape: what the greediest of its listeners asks for.</summary>
    public int LongestText { get; } = listeners.Length == 0 ? 0 : listeners.Max(visitor => visitor.LongestText(shape));

    /// <summary>The object in which a member of this shape was met last, by its number.</summary>
    public long SeenIn { get; set; }

    /// <summary>False for a shape beyond the most that are kept.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>The shape of array elements; null before it was added.</summary>
    public ShapeNode? Element => _element;

    /// <summary>The member that the reader stands on; null before it was added. Objects of one shape mostly have their
    /// members in one order, so that the one that came next last time is tried first.</summary>
    /// <param name="before">The member before it in this object; null for the first.</param>
    public ShapeNode? Member(ref Utf8JsonReader reader, ShapeNode? before)
    {
        var expected = before is null ? _first : before._successor;
        if (expected is not null && reader.ValueSpan.SequenceEqual(expected.Utf8Name) && !reader.ValueIsEscaped)
            return expected;
        if (_children is null || reader.ValueIsEscaped)
            return null;
        var node = _children.GetValueOrDefault(Hash(reader.ValueSpan));
        while (node is not null && !reader.ValueSpan.SequenceEqual(node.Utf8Name))
            node = node._sameHash;
        Expect(node, before);
        return node;
    }

    /// <summary>The text that the reader stands on. The last one of each shape is kept while it is short, since values such as
    /// grades and names of models come again in every sample.</summary>
    public string Text(ref Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (utf8.Length == 1 && utf8[0] < Letters.Length)
            return Letters[utf8[0]];
        if (reader.ValueIsEscaped || utf8.Length > LongestKept)
            return reader.GetString()!;
        if (_text is not null && utf8.SequenceEqual(_utf8Text.AsSpan(0, _textLength)))
            return _text;
        _text = reader.GetString()!;
        utf8.CopyTo(_utf8Text ??= new byte[LongestKept]);
        _textLength = utf8.Length;
        return _text;
    }

    /// <summary>Finds a member whose name was written with escapes.</summary>
    public ShapeNode? Member(ReadOnlySpan<byte> name)
    {
        var node = _children?.GetValueOrDefault(Hash(name));
        while (node is not null && !name.SequenceEqual(node.Utf8Name))
            node = node._sameHash;
        return node;
    }

    /// <summary>Adds the shape of a member.</summary>
    public void Add(ShapeNode member, ShapeNode? before)
    {
        var hash = Hash(member.Utf8Name);
        member._sameHash = (_children ??= []).GetValueOrDefault(hash);
        _children[hash] = member;
        Expect(member, before);
    }

    /// <summary>Adds the shape of array elements.</summary>
    public void AddElement(ShapeNode element) => _element = element;

    private byte[] Utf8Name { get; } = utf8Name;

    private void Expect(ShapeNode? member, ShapeNode? before)
    {
        if (before is null)
            _first = member;
        else
            before._successor = member;
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = default(HashCode);
        hash.AddBytes(name);
        return hash.ToHashCode();
    }
}
