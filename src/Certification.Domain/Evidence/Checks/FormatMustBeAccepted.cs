namespace Certification.Domain.Evidence.Checks;

/// <summary>The catalogue names the formats in which a kind of evidence is taken.</summary>
internal sealed class FormatMustBeAccepted : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        var format = evidence.Reading.Format;
        if (EvidenceFormats.All.Contains(format) && !evidence.Kind.Formats.Contains(format))
        {
            yield return evidence.Major("evidence.format-not-accepted",
                $"The file is of the format {format}; {evidence.Kind.Code} is taken as {string.Join(" or ", evidence.Kind.Formats)}.");
        }
    }
}
