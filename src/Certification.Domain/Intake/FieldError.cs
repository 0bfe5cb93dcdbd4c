namespace Certification.Domain.Intake;

/// <summary>What is wrong with one field that somebody sent.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) into the body, such as <c>/parties/0/name</c>.</param>
/// <param name="Code">Stable reason code, such as <c>field.too-long</c>.</param>
/// <param name="Message">What is wrong, with the bound that was broken.</param>
public sealed record FieldError(string Pointer, string Code, string Message);
