using System.Globalization;

namespace Certification.Formats.Json;

/// <summary>Where a scan stands. Shapes are cached, so that a million samples share the strings of one.</summary>
internal sealed class JsonPlace
{
    // Beyond this, members of an object that is used are counted as an attack, not as data.
    private const int MostMembers = 10_000;
    private const int MostCachedShapes = 20_000;

    private readonly Stack<Frame> _frames = new();
    private readonly Dictionary<(string Parent, string Name), string> _shapes = [];

    /// <summary>Path of the current value with <c>*</c> for array elements.</summary>
    public string Shape { get; private set; } = "";

    /// <summary>Last segment of <see cref="Shape"/>; empty at the root.</summary>
    public string Name { get; private set; } = "";

    /// <summary>JSON pointer of the current value.</summary>
    public string Pointer => string.Concat(_frames.Reverse().Select(frame => "/" + frame.Segment.Replace("~", "~0").Replace("/", "~1")));

    /// <summary>Moves to a member of the object that is open. False when the object has a member of that name already.</summary>
    public bool MoveTo(string name)
    {
        var frame = _frames.Peek();
        frame.Segment = name;
        Stand(frame.Shape, name);
        if (frame.Names.Count >= MostMembers)
            throw new UnreadableException(new("evidence.malformed", $"An object has more than {MostMembers} members.", Pointer));
        return frame.Names.Add(name);
    }

    /// <summary>Moves to the next element when the open container is an array.</summary>
    public void MoveOn()
    {
        if (!_frames.TryPeek(out var frame) || !frame.IsArray)
            return;
        frame.Segment = (++frame.Index).ToString(CultureInfo.InvariantCulture);
        Stand(frame.Shape, "*");
    }

    public void Open(bool isArray) => _frames.Push(new Frame(Shape, Name, isArray));

    public void Close()
    {
        var frame = _frames.Pop();
        (Shape, Name) = (frame.Shape, frame.Name);
    }

    private void Stand(string parent, string name)
    {
        if (!_shapes.TryGetValue((parent, name), out var shape))
        {
            shape = $"{parent}/{name}";
            if (_shapes.Count < MostCachedShapes)
                _shapes[(parent, name)] = shape;
        }

        (Shape, Name) = (shape, name);
    }

    private sealed class Frame(string shape, string name, bool isArray)
    {
        public string Shape { get; } = shape;

        public string Name { get; } = name;

        public bool IsArray { get; } = isArray;

        public int Index { get; set; } = -1;

        public string Segment { get; set; } = "";

        public HashSet<string> Names { get; } = [];
    }
}
