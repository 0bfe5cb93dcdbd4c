namespace Certification.Domain.Evidence.Across;

/// <summary>One rule about what the files of a dossier say of each other, named as a sentence. Deterministic.</summary>
internal interface IDossierCheck
{
    /// <summary>What this rule has to say.</summary>
    IEnumerable<Finding> Check(JudgedDossier dossier);
}
