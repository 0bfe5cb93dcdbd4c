using System.Text;
using System.Text.Json;

namespace Certification.Formats.Json;

/// <summary>Shows one pass over a file to several visitors. Who wants which shape is asked once for each shape.</summary>
internal sealed class Chorus
{
    // A file with more shapes than this is an attack; it is then asked each time, in constant memory.
    private const int MostShapes = 20_000;

    private readonly IReadOnlyList<FormatVisitor> _visitors;
    private int _shapes;

    public Chorus(IReadOnlyList<FormatVisitor> visitors)
    {
        _visitors = visitors;
        Root = Node("", "", []);
    }

    /// <summary>The shape of the whole document.</summary>
    public ShapeNode Root { get; }

    /// <summary>The shape of the member whose name the reader stands on.</summary>
    /// <param name="before">The member before it in this object; null for the first.</param>
    /// <exception cref="InvalidOperationException">The name is not Unicode.</exception>
    public ShapeNode Member(ShapeNode parent, ref Utf8JsonReader reader, ShapeNode? before) =>
        parent.Member(ref reader, before) ?? AddMember(parent, ref reader, before);

    /// <summary>The shape of the elements of an array.</summary>
    public ShapeNode Element(ShapeNode parent)
    {
        if (parent.Element is { } known)
            return known;
        var element = Node($"{parent.Shape}/*", "*", []);
        if (parent.IsKept)
            parent.AddElement(element);
        return element;
    }

    private ShapeNode AddMember(ShapeNode parent, ref Utf8JsonReader reader, ShapeNode? before)
    {
        var name = reader.GetString()!;
        var utf8 = Encoding.UTF8.GetBytes(name);
        if (reader.ValueIsEscaped && parent.Member(utf8) is { } known)
            return known;
        var member = Node($"{parent.Shape}/{name}", name, utf8);
        if (member.IsKept && parent.IsKept)
            parent.Add(member, before);
        return member;
    }

    private ShapeNode Node(string shape, string name, byte[] utf8) =>
        new(shape, name, utf8, [.. _visitors.Where(visitor => visitor.Wants(shape))]) { IsKept = _shapes++ < MostShapes };
}
