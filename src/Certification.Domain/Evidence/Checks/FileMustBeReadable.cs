namespace Certification.Domain.Evidence.Checks;

/// <summary>What cannot be read cannot be judged; each fault of the reader is a finding under its own code.</summary>
internal sealed class FileMustBeReadable : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence) =>
        evidence.Reading.Faults.Select(fault => evidence.Major(fault.Code, fault.Message, fault.Where));
}
