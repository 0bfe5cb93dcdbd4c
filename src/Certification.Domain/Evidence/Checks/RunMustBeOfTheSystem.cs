namespace Certification.Domain.Evidence.Checks;

/// <summary>Results belong to the model that answered. A certificate for one model may not rest on another's results, such as
/// those of its base model.</summary>
internal sealed class RunMustBeOfTheSystem : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run)
            yield break;
        if (run.Subjects.Count == 0)
            yield return evidence.Major("evidence.subject-unknown", "The log names no model.", "/eval/model");
        foreach (var other in run.Subjects.Where(subject => !SubjectName.Means(subject, evidence.Declaration.System)))
        {
            yield return evidence.Major("evidence.subject-mismatch",
                $"The answers came from \"{other}\", not from the submitted \"{evidence.Declaration.System.Name}\".", "/eval/model");
        }
    }
}
