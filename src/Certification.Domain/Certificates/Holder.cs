namespace Certification.Domain.Certificates;

/// <summary>The authority that certifies.</summary>
/// <param name="Code">Two upper-case letters, such as <c>XA</c>; the prefix of its certificate numbers.</param>
public sealed record Issuer(string Code, string Name);

/// <summary>To whom the certificate was granted.</summary>
/// <param name="Party">Id of the accountable party that holds it, one of <see cref="CertificateDraft.Parties"/>.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or a user-assigned code such as <c>XA</c>.</param>
public sealed record Holder(string Party, string Name, string Country);
