using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A rule about one of our own documents.</summary>
internal abstract class AssuranceCheck<T> : IEvidenceCheck where T : AssuranceDocument
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence) =>
        evidence.Reading.Assurance is T document ? Check(evidence, document) : [];

    protected abstract IEnumerable<Finding> Check(JudgedEvidence evidence, T document);

    /// <summary>The finding when the rulebook bounds a measure and the value does not keep to it.</summary>
    /// <param name="found">What was found, as a sentence without its full stop.</param>
    protected static IEnumerable<Finding> Bound(JudgedEvidence evidence, string measure, double? value, string code, string found, string? where)
    {
        if (evidence.Demand.Practice?.Find(measure) is { } bound && !bound.IsMetBy(value))
            yield return evidence.Major(code, $"{found}; the rulebook wants {bound}.", where);
    }
}
