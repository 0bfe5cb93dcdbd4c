namespace Certification.Domain.Certificates;

/// <summary>Says in the certificate that nobody assessed the system: its provider declared for it, and answers for that.</summary>
/// <param name="Clause">Of the rulebook that lets this tier rest on a declaration.</param>
/// <param name="Party">Id of the party that declared.</param>
/// <param name="On">The day on which it did.</param>
/// <param name="Statement">What it declared.</param>
public sealed record SelfDeclaredBasis(string Clause, string Party, DateOnly On, string Statement);
