namespace Certification.Domain;

/// <summary>Why a verdict says what it says.</summary>
/// <param name="Code">Stable reason code, such as <c>certificate.signature-invalid</c>.</param>
/// <param name="Message">The same in one sentence, with the value found.</param>
public sealed record Reason(string Code, string Message);
