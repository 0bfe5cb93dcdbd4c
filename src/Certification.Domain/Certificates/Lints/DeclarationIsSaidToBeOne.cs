using Certification.Domain.Rulebooks;

namespace Certification.Domain.Certificates.Lints;

/// <summary>Whoever reads a certificate takes it that somebody looked. Where nobody did, it has to say so; where somebody did, it
/// may not say otherwise.</summary>
public sealed class DeclarationIsSaidToBeOne : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.declaration-is-said-to-be-one";

    /// <inheritdoc/>
    public string Clause => "ISO/IEC 17065:2012 §7.7.1; mission row 23";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        var declared = context.Lane == ReviewLane.SelfDeclaration;
        if (declared != draft.SelfDeclared is not null)
        {
            yield return declared
                ? "Nobody assessed the system, and the draft does not say that it rests on a declaration."
                : "People assessed the system, and the draft says that it rests on a declaration.";
        }
        if (draft.SelfDeclared is { } basis && draft.Parties.All(party => party.Id != basis.Party))
        {
            yield return $"The statement is of \"{basis.Party}\", which is no party of the draft.";
        }
    }
}
