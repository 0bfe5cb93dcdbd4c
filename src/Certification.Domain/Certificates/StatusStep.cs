namespace Certification.Domain.Certificates;

/// <summary>One step in the life of a certificate in force: what it became, since when and why. Everything in it is public.</summary>
/// <param name="Since">Inclusive; the step holds until the next one begins.</param>
/// <param name="Reason">One of <see cref="StatusReasons"/>; null where an issuer gives none.</param>
/// <param name="Successor">The certificate that follows it; null for none.</param>
public sealed record StatusStep(CertificateStatus Status, DateTimeOffset Since, string? Reason = null, CertificateNumber? Successor = null);
