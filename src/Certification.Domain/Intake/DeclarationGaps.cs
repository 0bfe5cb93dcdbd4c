using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>What the declaration itself lacks: codes that the taxonomy knows, digests to bind a
/// certificate to, and limitations to print in it.</summary>
internal static class DeclarationGaps
{
    public static IEnumerable<Gap> Of(Rulebook rulebook, Declaration declaration)
    {
        if (declaration.System.Artifacts.Count == 0)
        {
            yield return new("gap.artifact-digest-missing", "system.artifacts", $"{rulebook.Origin} §system",
                "No file of the system is named with its digest, so a certificate could not say what it certifies.",
                "Declare at least one artifact with its SHA-256 digest, such as the weights file.", 1);
        }

        if (declaration.System.KnownLimitations.Count == 0)
        {
            yield return new("gap.limitations-missing", "system.knownLimitations", $"{rulebook.Origin} §system",
                "No known limitation is declared, so a certificate could not warn of any.",
                "Declare what the system does badly, at least one limitation.", 1);
        }

        foreach (var (axis, code, terms) in CodesOf(rulebook.Taxonomy, declaration).Where(used => used.Terms.All(term => term.Code != used.Code)))
        {
            yield return new("gap.code-unknown", code, $"{rulebook.Origin} §taxonomy.{axis}",
                $"\"{code}\" is no code of {axis}.", $"Use one of: {string.Join(", ", terms.Select(term => term.Code))}.");
        }
    }

    private static IEnumerable<(string Axis, string Code, IReadOnlyList<Term> Terms)> CodesOf(Taxonomy taxonomy, Declaration declaration)
    {
        var context = declaration.Context;
        return
        [
            .. declaration.Capabilities.Select(code => ("capabilities", code, taxonomy.Capabilities)),
            ("sectors", context.Sector, taxonomy.Sectors),
            ("roles", context.Role, taxonomy.Roles),
            .. context.Affected.Select(code => ("affected", code, taxonomy.Affected)),
            ("scales", context.Scale, taxonomy.Scales),
            ("reversibilities", context.Reversibility, taxonomy.Reversibilities),
            ("accesses", context.Access, taxonomy.Accesses),
            ("incentives", context.Incentive, taxonomy.Incentives),
            ("environments", context.Environment, taxonomy.Environments),
            .. declaration.Parties.Select(party => ("partyRoles", party.Role, taxonomy.PartyRoles)),
        ];
    }
}
