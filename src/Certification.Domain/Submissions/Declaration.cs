namespace Certification.Domain.Submissions;

/// <summary>What an applicant declares about a system and its use: the part of a submission that is words, not files.</summary>
/// <param name="System">The system to be certified.</param>
/// <param name="Capabilities">What it is able to do: capability codes of the rulebook's taxonomy, such as <c>code-generation</c>.</param>
/// <param name="Context">Where and how it is used. The same system in another context is another submission.</param>
/// <param name="Parties">Everybody who answers for something; each duty of the rulebook needs an owner among them.</param>
/// <param name="Envelope">Changes that were agreed beforehand and need no new assessment; null for none.</param>
/// <param name="Renews">Number of the certificate that this submission renews; null for a first certification.</param>
public sealed record Declaration(
    SystemDeclaration System,
    IReadOnlyList<string> Capabilities,
    ContextOfUse Context,
    IReadOnlyList<Party> Parties,
    ChangeEnvelope? Envelope = null,
    string? Renews = null);
