namespace Certification.Domain.Certificates;

/// <summary>Something that recurs while the certificate is in force (ISO/IEC 17065 §7.9).</summary>
/// <param name="Code">From the rulebook, such as <c>surveillance.audit</c>.</param>
/// <param name="EveryDays">Interval in days, 1 to 3660.</param>
/// <param name="FirstDue">The day on which it is due for the first time.</param>
/// <param name="Text">What is done, in one plain sentence.</param>
public sealed record SurveillanceActivity(string Code, int EveryDays, DateOnly FirstDue, string Text);

/// <summary>Where the certificate's status stands.</summary>
/// <param name="List">Absolute URI of the status list token.</param>
/// <param name="Index">Entry in that list, from 0. Drawn once, never given to another certificate.</param>
public sealed record StatusPointer(string List, int Index);
