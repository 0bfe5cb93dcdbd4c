namespace Certification.Domain.Evidence.Checks;

/// <summary>A hosted model is asked for by an alias that means another model next month; results bind to the one that answered.</summary>
internal sealed class AliasMustBeResolved : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { RequestedModel: { } requested } run)
            yield break;
        foreach (var answering in run.AnsweringModels.Where(model => !SubjectName.AreSame(model, requested)))
        {
            yield return evidence.Observation("evidence.model-alias",
                $"The run asked for \"{requested}\" and \"{answering}\" answered; results bind to the latter.", run.Places.Model);
        }
    }
}
