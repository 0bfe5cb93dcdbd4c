using System.Globalization;
using System.Text.Json;

namespace Certification.Formats.Json;

/// <summary>Where a scan stands.</summary>
internal sealed class JsonPlace(Chorus chorus)
{
    // Beyond this, members of an object that is used are counted as an attack, not as data.
    private const int MostMembers = 10_000;

    private readonly List<Frame> _frames = [];
    private int _depth;
    private Frame? _top;
    private long _objects;

    /// <summary>The shape of the current value, with who wants it.</summary>
    public ShapeNode Node { get; private set; } = chorus.Root;

    /// <summary>Path of the current value with <c>*</c> for array elements.</summary>
    public string Shape => Node.Shape;

    /// <summary>Last segment of <see cref="Shape"/>; empty at the root.</summary>
    public string Name => Node.Name;

    /// <summary>JSON pointer of the current value.</summary>
    public string Pointer => string.Concat(_frames.Take(_depth).Select(frame => "/" + frame.Segment().Replace("~", "~0").Replace("/", "~1")));

    /// <summary>Goes back to the root, for the next document.</summary>
    public void Reset() => (Node, _depth, _top) = (chorus.Root, 0, null);

    /// <summary>Moves to a member of the object that is open. False when the object has a member of that name already.</summary>
    public bool MoveTo(ref Utf8JsonReader reader)
    {
        var frame = _top!;
        var member = chorus.Member(frame.Node!, ref reader, frame.Last);
        (Node, frame.Last) = (member, member.IsKept ? member : frame.Last);
        if (++frame.Members > MostMembers)
            throw new UnreadableException(new("evidence.malformed", $"An object has more than {MostMembers} members.", Pointer));
        frame.Current = member;
        if (!member.IsKept)
            return (frame.Others ??= []).Add(member.Name);
        var isFirst = member.SeenIn != frame.Number;
        member.SeenIn = frame.Number;
        return isFirst;
    }

    /// <summary>Moves to the next element when the open container is an array.</summary>
    public void MoveOn()
    {
        if (_top is not { IsArray: true } frame)
            return;
        frame.Members++;
        Node = frame.Current ??= chorus.Element(frame.Node!);
    }

    public void Open(bool isArray)
    {
        if (_depth == _frames.Count)
            _frames.Add(new Frame());
        _top = _frames[_depth++];
        _top.Begin(Node, isArray, ++_objects);
    }

    public void Close()
    {
        Node = _top!.Node!;
        _top = --_depth > 0 ? _frames[_depth - 1] : null;
    }

    private sealed class Frame
    {
        public ShapeNode? Node { get; private set; }

        public bool IsArray { get; private set; }

        /// <summary>Tells this container from all others of the file.</summary>
        public long Number { get; private set; }

        public int Members { get; set; }

        /// <summary>The member or element that was moved to last.</summary>
        public ShapeNode? Current { get; set; }

        /// <summary>The member before the next one, as far as shapes are kept.</summary>
        public ShapeNode? Last { get; set; }

        /// <summary>Names of members whose shapes are not kept.</summary>
        public HashSet<string>? Others { get; set; }

        public void Begin(ShapeNode node, bool isArray, long number)
        {
            (Node, IsArray, Number, Members) = (node, isArray, number, 0);
            (Current, Last, Others) = (null, null, null);
        }

        public string Segment() => IsArray ? (Members - 1).ToString(CultureInfo.InvariantCulture) : Current?.Name ?? "";
    }
}
