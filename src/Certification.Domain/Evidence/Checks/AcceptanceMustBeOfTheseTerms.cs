using Certification.Domain.Accountability;
using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A signed paper binds to what it names: the party's duties on the terms that stand in the submission.</summary>
internal sealed class AcceptanceMustBeOfTheseTerms : AssuranceCheck<DutyAcceptance>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, DutyAcceptance acceptance)
    {
        if (acceptance.Signatory is null || acceptance.Date is null)
            yield return evidence.Major("evidence.acceptance-unsigned", "The document does not say who signed it and when.", "/signatory");
        if (evidence.Declaration.Parties.FirstOrDefault(party => party.Id == acceptance.Party) is not { } party)
        {
            yield return evidence.Major("evidence.acceptance-of-nobody", $"The submission has no party \"{acceptance.Party}\".", "/party");
            yield break;
        }

        foreach (var missing in party.Duties.Except(acceptance.Duties.Select(duty => duty.Duty)))
            yield return evidence.Major("evidence.acceptance-incomplete", $"{party.Name} owns the duty {missing}, and the document does not accept it.", "/accepted");
        foreach (var duty in acceptance.Duties.Where(duty => duty.Duty is null || duty.Terms != DutyTerms.Of(evidence.Declaration, party, duty.Duty).Hex))
            yield return evidence.Major("evidence.acceptance-of-other-terms", $"What is accepted for {duty.Duty} is not what the submission says: its system, use, authority or resources differ.", duty.Where);
    }
}
