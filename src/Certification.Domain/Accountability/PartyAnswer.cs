namespace Certification.Domain.Accountability;

/// <summary>What a party said about its duties. Answers are kept for ever; of one party the last counts.</summary>
/// <param name="Party">Id of the party within the declaration.</param>
/// <param name="Duties">What was accepted, duty by duty; empty unless accepted.</param>
/// <param name="By">The person who spoke for the party.</param>
/// <param name="Reason">Why it declined or left; null when it accepted.</param>
public sealed record PartyAnswer(
    string Party,
    PartyAnswerKind Kind,
    IReadOnlyList<AcceptedDuty> Duties,
    Actor By,
    DateTimeOffset At,
    AnswerMeans Means = AnswerMeans.Statement,
    string? Reason = null);

/// <summary>One duty as it was accepted.</summary>
/// <param name="Terms">Digest of the system, its use and the party's mandate (<see cref="DutyTerms"/>): other terms are
/// another duty, and were accepted by nobody.</param>
public sealed record AcceptedDuty(string Code, Sha256Digest Terms);

/// <summary>What a party may say.</summary>
public enum PartyAnswerKind
{
    /// <summary>It answers for these duties on these terms.</summary>
    Accepted,

    /// <summary>It does not answer for them.</summary>
    Declined,

    /// <summary>It answered, and does so no longer.</summary>
    Left,
}

/// <summary>How an answer came.</summary>
public enum AnswerMeans
{
    /// <summary>By a person of the party, through the API.</summary>
    Statement,

    /// <summary>By handing in: the applicant's own organisation is the only party.</summary>
    HandIn,
}
