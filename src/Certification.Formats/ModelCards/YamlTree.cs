using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Certification.Formats.ModelCards;

/// <summary>YAML as plain values: text, lists, and maps with text keys. Built from parser events, without tags, and with
/// aliases refused, so that no document grows beyond what was sent.</summary>
internal static class YamlTree
{
    private const int DeepestNesting = 20;
    private const int MostNodes = 20_000;

    /// <summary>The root value: <see cref="string"/>, <see cref="List{T}"/> or <see cref="Dictionary{TKey,TValue}"/>.</summary>
    /// <exception cref="YamlException">Malformed, or beyond the bounds.</exception>
    public static object? Parse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return null;
        var nodes = 0;
        try
        {
            return Node(parser, 0, ref nodes);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner answers some damaged flow sequences with these in place of its own exception.
            throw new YamlException("damaged in a way that its scanner does not name", fault);
        }
    }

    private static object Node(Parser parser, int depth, ref int nodes)
    {
        if (depth > DeepestNesting || ++nodes > MostNodes)
            throw new YamlException("too deep or too large");
        if (parser.TryConsume<Scalar>(out var scalar))
            return scalar.Value;
        if (parser.TryConsume<SequenceStart>(out _))
            return Sequence(parser, depth, ref nodes);
        if (parser.TryConsume<MappingStart>(out _))
            return Mapping(parser, depth, ref nodes);
        throw new YamlException("an alias or another event that front matter does not need");
    }

    private static List<object> Sequence(Parser parser, int depth, ref int nodes)
    {
        var items = new List<object>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(parser, depth + 1, ref nodes));
        return items;
    }

    private static Dictionary<string, object> Mapping(Parser parser, int depth, ref int nodes)
    {
        var members = new Dictionary<string, object>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!members.TryAdd(key.Value, Node(parser, depth + 1, ref nodes)))
                throw new YamlException(key.Start, key.End, $"\"{key.Value}\" stands twice");
        }

        return members;
    }
}
