using Certification.Domain.Certificates;

namespace Certification.Domain.Submissions;

/// <summary>What an applicant declares about a system and its use: the part of a submission that is words, not files.</summary>
/// <param name="System">The system to be certified.</param>
/// <param name="Capabilities">What it is able to do: capability codes of the rulebook's taxonomy, such as <c>code-generation</c>.</param>
/// <param name="Context">Where and how it is used. The same system in another context is another submission.</param>
/// <param name="Parties">Everybody who answers for something; each duty of the rulebook needs an owner among them.</param>
/// <param name="Envelope">Changes that were agreed beforehand and need no new assessment; null for none.</param>
/// <param name="Renews">Number of the certificate that this submission renews; null for a first certification.</param>
/// <param name="Upstream">Certificate of the base model, whose evidence this submission takes over where the rulebook lets it.</param>
/// <param name="Visibilities">Who may see the fields that <see cref="DeclaredFields"/> lists; those left out are for the authority.</param>
/// <param name="Statement">Needed where the rulebook certifies on the provider's declaration; null elsewhere.</param>
public sealed record Declaration(
    SystemDeclaration System,
    IReadOnlyList<string> Capabilities,
    ContextOfUse Context,
    IReadOnlyList<Party> Parties,
    ChangeEnvelope? Envelope = null,
    string? Renews = null,
    ApplicantStatement? Statement = null,
    IReadOnlyDictionary<string, Visibility>? Visibilities = null,
    CertificateNumber? Upstream = null);

/// <summary>What a provider promises where nobody assesses. It is the provider's own act: a party signs it by name, and a false
/// one is what a withdrawal rests on.</summary>
/// <param name="Text">The rulebook's statement, word for word.</param>
/// <param name="Party">Id of the party that promises, among those of the declaration.</param>
/// <param name="Signatory">The person who signed for it, by name and office.</param>
/// <param name="On">The day on which it was signed.</param>
public sealed record ApplicantStatement(string Text, string Party, string Signatory, DateOnly On);
