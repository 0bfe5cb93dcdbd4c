namespace Certification.Domain.Evidence;

/// <summary>Where a format keeps what findings are about: JSON pointers, or entry types of a log of one record a line. Null
/// where the format has no place for it.</summary>
public sealed record RunPlaces(
    string? Status = null,
    string? Invalidated = null,
    string? Task = null,
    string? Model = null,
    string? DatasetSize = null,
    string? Total = null,
    string? Completed = null,
    string? Samples = null,
    string? Scores = null,
    string? Revision = null,
    string? Harness = null,
    string? Date = null,
    string? Duration = null,
    string? ForeignCode = null,
    string? Source = null,
    string? Data = null)
{
    /// <summary>No place is known.</summary>
    public static RunPlaces None { get; } = new();
}
