namespace Certification.Domain.Submissions;

/// <summary>What a submission cost its applicant, as the applicant says. Told or not, it changes nothing about the case: it is
/// there to show where the burden is out of proportion.</summary>
/// <param name="Size">By headcount.</param>
/// <param name="Hours">Of work in total; null when only single kinds, or nothing, is known.</param>
/// <param name="HoursByKind">Of work for a kind of evidence.</param>
public sealed record EffortDeclaration(
    OrganisationSize Size, double? Hours = null, IReadOnlyDictionary<string, double>? HoursByKind = null)
{
    private const double MostHours = 100_000;

    /// <summary>The total: as told, else the sum of what single kinds took; null when neither is known.</summary>
    public double? Total => Hours ?? (HoursByKind is { Count: > 0 } kinds ? kinds.Values.Sum() : null);

    /// <summary>Why it cannot be taken down; null when it can.</summary>
    public Refusal? Check() => (HoursByKind ?? new Dictionary<string, double>()).Values.Concat([Hours ?? 0]).All(hours => hours is >= 0 and <= MostHours)
        ? null
        : new Refusal(RefusalKind.Invalid, "effort.hours-out-of-range", $"Hours are 0 to {MostHours}.", "Correct them; nothing was recorded.");
}

/// <summary>Size of an organisation by the people who work for it (the bands of EU Recommendation 2003/361/EC).</summary>
public enum OrganisationSize
{
    /// <summary>Fewer than 10.</summary>
    Micro,

    /// <summary>10 to 49.</summary>
    Small,

    /// <summary>50 to 249.</summary>
    Medium,

    /// <summary>250 and more.</summary>
    Large,
}
