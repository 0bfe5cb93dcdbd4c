namespace Certification.Cli.Journey;

/// <summary>What a journey is played with.</summary>
/// <param name="Xa">The issuing authority.</param>
/// <param name="Xb">The recognising authority.</param>
/// <param name="Dossier">Folder of the dossier to submit.</param>
/// <param name="SecondDossier">Folder of the dossier whose certificate comes due; null to leave that part out.</param>
/// <param name="Work">Folder for downloads and generated files.</param>
/// <param name="Salt">Tells this journey's submissions from those of earlier ones with the same dossier.</param>
/// <param name="Patience">How long a step may take, restarts of the authorities included.</param>
public sealed record JourneyPlan(
    Uri Xa, Uri Xb, string Dossier, string? SecondDossier, string Work, string Salt, TimeSpan Patience);
