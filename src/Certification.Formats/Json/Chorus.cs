namespace Certification.Formats.Json;

/// <summary>Shows one pass over a file to several visitors. Who wants which shape is asked once for each shape.</summary>
internal sealed class Chorus(IReadOnlyList<FormatVisitor> visitors) : IJsonVisitor
{
    // A file with more shapes than this is an attack; it is then asked each time, in constant memory.
    private const int MostShapes = 20_000;

    private readonly Dictionary<string, FormatVisitor[]> _listeners = [];

    public bool Wants(string shape) => Listeners(shape).Length > 0;

    public int LongestText(string shape) => Listeners(shape).Max(visitor => visitor.LongestText(shape));

    public void Opens(JsonPlace place)
    {
        foreach (var visitor in Listeners(place.Shape))
            visitor.Opens(place);
    }

    public void Value(JsonPlace place, JsonScalar value)
    {
        foreach (var visitor in Listeners(place.Shape))
            visitor.Value(place, value);
    }

    public void Closes(JsonPlace place)
    {
        foreach (var visitor in Listeners(place.Shape))
            visitor.Closes(place);
    }

    private FormatVisitor[] Listeners(string shape)
    {
        if (_listeners.TryGetValue(shape, out var listeners))
            return listeners;
        listeners = [.. visitors.Where(visitor => visitor.Wants(shape))];
        if (_listeners.Count < MostShapes)
            _listeners[shape] = listeners;
        return listeners;
    }
}
