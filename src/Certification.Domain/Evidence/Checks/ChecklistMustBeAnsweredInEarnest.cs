namespace Certification.Domain.Evidence.Checks;

/// <summary>A checklist whose items share one sentence was filled in, not worked through.</summary>
internal sealed class ChecklistMustBeAnsweredInEarnest : IEvidenceCheck
{
    // Two items may honestly refer to the same document.
    private const int FewItems = 3;

    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Checklist is not { Count: > 0 } answers)
            yield break;
        foreach (var empty in answers.Where(answer => string.IsNullOrWhiteSpace(answer.Elaboration)))
            yield return evidence.Minor("evidence.answer-unexplained", $"Item {empty.Item} is answered \"{empty.Answer}\" without a word on how.", $"/elaboration-{empty.Item}");
        var shared = answers.Where(answer => !string.IsNullOrWhiteSpace(answer.Elaboration)).GroupBy(answer => answer.Elaboration)
            .MaxBy(group => group.Count());
        if (shared is not null && shared.Count() >= FewItems && shared.Count() * 2 > answers.Count)
        {
            yield return evidence.Major("evidence.answers-boilerplate",
                $"{shared.Count()} of {answers.Count} items have the same elaboration: \"{shared.Key}\"; refer to a document, a date or a measurement for each.", $"/elaboration-{shared.First().Item}");
        }

        if (answers.All(answer => answer.Answer == "No"))
            yield return evidence.Major("evidence.answers-waived", $"All {answers.Count} items are answered \"No\": the file waives the process by assertion.", $"/completed-{answers[0].Item}");
    }
}
