namespace Certification.Domain.Evidence;

/// <summary>What was or will be done about something that was found.</summary>
/// <param name="Title">Of the risk, or of the item of the plan.</param>
/// <param name="Text">Everything that the file says of it, to look for the name of a probe in; at most 2,000 characters.</param>
/// <param name="Lifecycle">As the file writes it, such as <c>planned</c> or <c>completed</c>; null when not said.</param>
/// <param name="Where">JSON pointer.</param>
public sealed record Mitigation(string Title, string Text, string? Lifecycle, string Where)
{
    /// <summary>Whether it speaks of a probe or recipe by this name.</summary>
    public bool Names(string probe) => Text.Contains(probe, StringComparison.OrdinalIgnoreCase);
}
