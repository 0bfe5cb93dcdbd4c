namespace Certification.Domain.Evidence;

/// <summary>Something that a check or an assessor has to say about evidence.</summary>
/// <param name="Code">Stable reason code, such as <c>evidence.run-cancelled</c>; each stands in one class of <c>Evidence/Checks</c>.</param>
/// <param name="Clause">The rulebook clause that it rests on, such as <c>floor/1.0 §evidence.capability-evaluation</c>.</param>
/// <param name="Message">What is wrong, in words that the applicant understands, with the value found and the value wanted.</param>
/// <param name="Where">Place in the file: a JSON pointer, a line, an XPath; null when the whole file is meant.</param>
/// <param name="EvidenceId">The item of the dossier; null for a finding about the dossier as a whole.</param>
public sealed record Finding(
    string Code, Severity Severity, string Clause, string Message, string? Where = null, string? EvidenceId = null);

/// <summary>ISO/IEC 17065 practice: a major nonconformity bars certification until resolved; a minor one needs a
/// corrective action; an observation needs nothing.</summary>
public enum Severity { Observation, Minor, Major }
