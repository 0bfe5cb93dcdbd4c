using System.Text;

namespace Certification.Journey.Tests.Telemetry;

/// <summary>A span as it came over the wire.</summary>
/// <param name="Authority">Whose server sent it.</param>
/// <param name="Scope">Name of the activity source.</param>
/// <param name="LinkedTraces">Trace ids that it links to.</param>
public sealed record TracedSpan(string Authority, string Scope, string Trace, string Name, IReadOnlyList<string> LinkedTraces)
{
    /// <summary>Reads an OTLP <c>ExportTraceServiceRequest</c>: resource spans (1) hold scope spans (2), which hold the scope
    /// (1: its name is 1) and spans (2: trace id 1, name 5, links 13, whose trace id is 1).</summary>
    public static IEnumerable<TracedSpan> Read(string authority, byte[] request) =>
        from resource in Parts(request, 1)
        from scoped in Parts(resource, 2)
        let scope = Text(Parts(Parts(scoped, 1).Single(), 1).Single())
        from span in Parts(scoped, 2)
        select new TracedSpan(
            authority, scope, Id(span), Text(Parts(span, 5).Single()), [.. Parts(span, 13).Select(Id)]);

    private static string Id(ReadOnlyMemory<byte> holder) => Convert.ToHexStringLower(Parts(holder, 1).Single().Span);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>The length-delimited fields of a protobuf message that bear a number; others are stepped over.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> message, int field)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            switch (key & 7)
            {
                case 0: Varint(message, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    if (key >> 3 == (ulong)field) yield return message.Slice(at, length);
                    at += length;
                    break;
                default: throw new InvalidDataException($"wire type {key & 7} at {at}");
            }
        }
    }

    private static ulong Varint(ReadOnlyMemory<byte> message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = message.Span[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
