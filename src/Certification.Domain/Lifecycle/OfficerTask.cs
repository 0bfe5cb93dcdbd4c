namespace Certification.Domain.Lifecycle;

/// <summary>Something that an officer has to see to about a certificate in force. It stands in the officers' queue until it is
/// closed, and in the certificate's record for ever.</summary>
/// <param name="Id">Within the certificate, such as <c>audit-1</c>.</param>
/// <param name="Kind"><c>audit</c>, for one that was drawn; <c>upstream</c>, when a certificate that this one rests on has changed.</param>
/// <param name="Why">In one sentence.</param>
/// <param name="Outcome">What the officer found, in one sentence; null while it is open.</param>
public sealed record OfficerTask(
    string Id, string Kind, string Why, DateTimeOffset Since, DateTimeOffset DueOn, string? Outcome = null, DateTimeOffset? ClosedAt = null)
{
    /// <summary>True until an officer has closed it.</summary>
    public bool IsOpen => ClosedAt is null;
}
