namespace Certification.Domain.Evidence;

/// <summary>One item of a process checklist; null where the file says nothing.</summary>
/// <param name="Item">Number of the item, such as <c>10.1.1</c>.</param>
/// <param name="Answer"><c>Yes</c>, <c>No</c> or <c>N/A</c>, as the file writes it.</param>
/// <param name="Elaboration">What was done, in the applicant's words.</param>
public sealed record ChecklistAnswer(string Item, string? Answer, string? Elaboration);
