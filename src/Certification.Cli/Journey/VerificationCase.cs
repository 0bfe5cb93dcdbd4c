namespace Certification.Cli.Journey;

/// <summary>What a verifier abroad downloaded, to use without a network.</summary>
/// <param name="At">The issuer's business time at the download.</param>
public sealed record DownloadedFiles(string Certificate, string Trust, string Status, DateTimeOffset At);

/// <summary>What a verifier has at hand.</summary>
/// <param name="Changed">True to change one character of the certificate.</param>
/// <param name="DaysLater">How long after the download the question is asked.</param>
public sealed record VerificationCase(string Name, bool Trust, bool Status, bool Changed = false, int DaysLater = 0)
{
    /// <summary>Everything, fresh.</summary>
    public static VerificationCase Complete { get; } = new("with trust and status", true, true);
}

/// <summary>What <c>certify verify</c> answered.</summary>
/// <param name="Code">First reason code; empty when valid.</param>
public sealed record SpokenVerdict(string Outcome, string Code, string? NextStep);
