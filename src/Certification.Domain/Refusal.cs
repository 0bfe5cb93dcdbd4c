namespace Certification.Domain;

/// <summary>An expected "no", as a value: what was wrong, and what to do next. The web layer turns it into problem+json.</summary>
/// <param name="Code">Stable reason code, such as <c>decision.same-person</c>.</param>
/// <param name="Message">What was wrong, with the value that was sent.</param>
/// <param name="NextStep">What the caller does now, in one sentence.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message, string NextStep);

/// <summary>Why it is a no; each maps to one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request says something impossible (422).</summary>
    Invalid,

    /// <summary>There is no such thing, or the caller may not know that there is (404).</summary>
    NotFound,

    /// <summary>The caller may see it but not do it (403).</summary>
    Forbidden,

    /// <summary>The subject is at another step (409).</summary>
    OutOfStep,

    /// <summary>Somebody else changed it first (412).</summary>
    Stale,

    /// <summary>More than the limit allows (413).</summary>
    TooLarge,
}
