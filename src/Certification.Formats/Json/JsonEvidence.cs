using Certification.Domain.Evidence;
using Certification.Formats.AiVerify;
using Certification.Formats.Assurance;
using Certification.Formats.Attestations;
using Certification.Formats.Checklists;
using Certification.Formats.Croissant;
using Certification.Formats.CycloneDx;
using Certification.Formats.Garak;
using Certification.Formats.Helm;
using Certification.Formats.InspectLogs;
using Certification.Formats.LmEval;
using Certification.Formats.Moonshot;
using Certification.Formats.Oscal;
using Certification.Formats.Schemas;
using Certification.Formats.Standards;
using Certification.Formats.UnifiedRecords;

namespace Certification.Formats.Json;

/// <summary>Reads JSON evidence in one pass with all formats looking on, since the member that gives the format away may be
/// the last one of a file that is too large to keep.</summary>
internal static class JsonEvidence
{
    public static async Task<FormatReading> ReadAsync(ReadOnlyMemory<byte> head, Stream rest, IReadOnlyList<TrustedKey> keys, CancellationToken cancellation)
    {
        FormatVisitor[] all =
        [
            new InspectLogVisitor(), new CycloneDxVisitor(), new GarakReportVisitor(), new LmEvalResultsVisitor(), new LmEvalSamplesVisitor(),
            new MoonshotVisitor(), new UnifiedRecordVisitor(), new ReferenceStandardVisitor(), new ProcessChecklistVisitor(),
            new CroissantVisitor(), new OscalVisitor(), new DsseVisitor(keys), new HelmStatsVisitor(), new HelmInstancesVisitor(),
            new HelmSpecificationVisitor(), new HelmScenarioVisitor(), new AiVerifyResultVisitor(), new JsonSchemaVisitor(),
            .. OwnFormats.Readers(),
        ];
        if (!JsonLines.AreIn(head.Span))
        {
            var fault = await new JsonStream(new Chorus(all)).RunAsync(head, rest, cancellation).ConfigureAwait(false);
            return Conclude(all, fault is null ? [] : [fault]);
        }

        FormatVisitor[] byLine = [.. all.Where(visitor => visitor.IsByLine)];
        return Conclude(byLine, await new JsonLines(new Chorus(byLine)).RunAsync(head, rest, cancellation).ConfigureAwait(false));
    }

    private static FormatReading Conclude(FormatVisitor[] visitors, IReadOnlyList<ReadingFault> faults)
    {
        FormatReading[] readings = [.. visitors.Where(visitor => visitor.IsRecognised).Select(visitor => visitor.Reading())];
        if (readings.Length > 1)
        {
            return FormatReading.Unknown(new("evidence.format-ambiguous",
                $"The file claims to be {string.Join(" and ", readings.Select(reading => reading.Format))} at once."));
        }

        var reading = readings is [var only] ? only : new FormatReading("unknown", [], faults.Count == 0
            ? [new("evidence.format-unknown", "JSON, but of no format that is read.")]
            : []);
        return reading with { Faults = [.. faults, .. reading.Faults] };
    }
}
