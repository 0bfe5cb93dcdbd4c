namespace Certification.Domain.Evidence.Checks;

/// <summary>Results belong to the model that answered. A certificate for one model may not rest on another's results, such as
/// those of its base model or of a smaller copy.</summary>
internal sealed class RunMustBeOfTheSystem : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run)
            yield break;
        var system = evidence.Declaration.System;
        if (run.Subjects.Count == 0 && run.Places.Model is not null)
            yield return evidence.Major("evidence.subject-unknown", "The log names no model.", run.Places.Model);
        List<string> others = [.. run.Subjects.Where(subject => !SubjectName.Means(subject, system))];
        if (others.Count > 0 && run.Parts.Any(part => part.Model is { } model && SubjectName.Means(model, system)))
        {
            yield return evidence.Observation("evidence.other-models-beside",
                $"The file also has results of {string.Join(", ", others)}; they do not count.", run.Places.Model);
            yield break;
        }

        foreach (var other in others)
        {
            var (code, why) = SubjectName.Compare(other, system);
            yield return evidence.Major(code, $"The answers came from \"{other}\", not from the submitted \"{system.Name}\"{why}.", run.Places.Model);
        }
    }
}
