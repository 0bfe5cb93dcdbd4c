using Certification.Domain.Evidence;
using Certification.Formats.CycloneDx;
using Certification.Formats.InspectLogs;

namespace Certification.Formats.Json;

/// <summary>Reads JSON evidence in one pass with all formats looking on, since the member that gives the format away may be
/// the last one of a file that is too large to keep.</summary>
internal static class JsonEvidence
{
    public static async Task<FormatReading> ReadAsync(ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellation)
    {
        var log = new InspectLogVisitor();
        var bom = new CycloneDxVisitor();
        var fault = await new JsonScan(new Both(log, bom)).RunAsync(head, rest, cancellation).ConfigureAwait(false);
        if (log.IsRecognised && bom.IsRecognised)
            return FormatReading.Unknown(new("evidence.format-ambiguous", "The file claims to be an Inspect log and a CycloneDX bill at once."));
        var reading = log.IsRecognised ? log.Reading()
            : bom.IsRecognised ? bom.Reading()
            : new FormatReading("unknown", [], fault is null
                ? [new("evidence.format-unknown", "JSON, but neither an Inspect log nor a CycloneDX bill of materials.")]
                : []);
        return fault is null ? reading : reading with { Faults = [fault, .. reading.Faults] };
    }

    private sealed class Both(IJsonVisitor first, IJsonVisitor second) : IJsonVisitor
    {
        public bool Wants(string shape) => first.Wants(shape) || second.Wants(shape);

        public void Opens(JsonPlace place) => Each(place, visitor => visitor.Opens(place));

        public void Value(JsonPlace place, JsonScalar value) => Each(place, visitor => visitor.Value(place, value));

        public void Closes(JsonPlace place) => Each(place, visitor => visitor.Closes(place));

        private void Each(JsonPlace place, Action<IJsonVisitor> tell)
        {
            if (first.Wants(place.Shape))
                tell(first);
            if (second.Wants(place.Shape))
                tell(second);
        }
    }
}
