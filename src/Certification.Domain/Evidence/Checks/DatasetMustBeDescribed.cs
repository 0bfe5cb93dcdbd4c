namespace Certification.Domain.Evidence.Checks;

/// <summary>A dataset that cannot be identified, obtained lawfully or understood cannot vouch for what was trained on it.</summary>
internal sealed class DatasetMustBeDescribed : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Dataset is not { } dataset)
            yield break;
        if (dataset.PlaceholderHashes.Count > 0)
        {
            yield return evidence.Major("evidence.dataset-hash-placeholder",
                $"{Counted.Of(dataset.PlaceholderHashes.Count, "file")} with something else in the place of a SHA-256 digest: the content is not pinned.", dataset.PlaceholderHashes[0]);
        }

        if (dataset.SaysIncomplete)
            yield return evidence.Major("evidence.dataset-incomplete", "The metadata calls itself incomplete.", "/description");
        if (dataset.Licence is null or "other")
            yield return evidence.Minor("evidence.dataset-licence-unclear", $"The licence is \"{dataset.Licence ?? "not given"}\".", "/license");
        if (dataset is { Version: null, IsDated: false })
            yield return evidence.Minor("evidence.dataset-undated", "The metadata gives neither a version nor a date.", "/version");
        if (dataset.HasFields == false)
            yield return evidence.Minor("evidence.dataset-without-fields", "The record set names no field, so that nobody knows what a record holds.", "/recordSet");
        if (dataset.PersonAsOrganisation is { } person)
            yield return evidence.Observation("evidence.dataset-creator-mistyped", $"\"{person}\" is called an organisation and cited as a person.", "/creator");
        if (dataset.ResponsibleFields == 0)
            yield return evidence.Minor("evidence.dataset-origin-unknown", "Nothing is said of collection, annotators, bias or limits (RAI fields).");
    }
}
