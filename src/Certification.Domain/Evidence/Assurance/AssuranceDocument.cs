namespace Certification.Domain.Evidence.Assurance;

/// <summary>A document in one of our own formats: what people do around a system, for which the field has no format. Absent
/// means "not said", never good or bad news.</summary>
/// <param name="System">The system as the document names it.</param>
/// <param name="PreparedBy">Who wrote it.</param>
/// <param name="Date">When it was written.</param>
public abstract record AssuranceDocument(string? System, string? PreparedBy, DateTimeOffset? Date);
