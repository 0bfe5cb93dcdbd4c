using Certification.Domain;

namespace Certification.Storage.Audit;

/// <summary>What a change says about itself; the store adds its number, operation and place in the chain.</summary>
/// <param name="Who">Who did it, as the token said.</param>
/// <param name="At">Business time.</param>
/// <param name="Code">Stable code of what was done, such as <c>submission.filed</c>.</param>
/// <param name="DetailsJson">Facts of the act as one JSON object; large or confidential content stands here as its digest.</param>
public sealed record AuditEntry(Actor Who, DateTimeOffset At, string Code, string DetailsJson)
{
    /// <summary>An entry whose details are a value's canonical JSON.</summary>
    public static AuditEntry Of<TDetails>(Actor who, DateTimeOffset at, string code, TDetails details) =>
        new(who, at, code, System.Text.Encoding.UTF8.GetString(DomainJson.Bytes(details)));
}
