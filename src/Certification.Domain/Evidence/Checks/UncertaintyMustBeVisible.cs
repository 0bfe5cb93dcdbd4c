using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Whoever is to doubt an output must see how doubtful it is.</summary>
internal sealed class UncertaintyMustBeVisible : AssuranceCheck<OversightDesign>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, OversightDesign design)
    {
        if (!design.Uncertainty.Any(signal => signal is { Signal: not null, ShownAs: not null }))
            yield return evidence.Major("evidence.uncertainty-hidden", "Nothing says how an operator sees that the system is unsure.", "/uncertainty");
    }
}
