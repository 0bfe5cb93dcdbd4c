using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Checklists;

/// <summary>Reads AI Verify process checklists: <c>completed-N</c> with its <c>elaboration-N</c>.</summary>
internal sealed class ProcessChecklistVisitor : FormatVisitor
{
    private const string Completed = "/completed-";
    private const string Elaboration = "/elaboration-";
    private const int MostItems = 1_000;

    private readonly SortedDictionary<string, ChecklistAnswer> _answers = new(StringComparer.Ordinal);

    public override bool IsRecognised => _answers.Values.Any(answer => answer is { Answer: not null, Elaboration: not null });

    public override bool Wants(string shape) => shape.Length == 0
        || (shape.LastIndexOf('/') == 0 && (shape.StartsWith(Completed, StringComparison.Ordinal) || shape.StartsWith(Elaboration, StringComparison.Ordinal)));

    public override void Value(JsonPlace place, JsonScalar value)
    {
        if (place.Shape.Length == 0)
            return;
        var item = place.Shape[(place.Shape.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var answer = _answers.GetValueOrDefault(item, new(item, null, null));
        if (_answers.Count < MostItems)
        {
            _answers[item] = place.Shape.StartsWith(Completed, StringComparison.Ordinal)
                ? answer with { Answer = Facts.Text(place, value) }
                : answer with { Elaboration = Facts.Text(place, value) };
        }
    }

    public override FormatReading Reading() => new("process-checklist", [], Facts.Faults, Checklist: [.. _answers.Values]);
}
