using Certification.Cli.Terminal;
using Certification.Domain.Certificates;
using Certification.Signing.Trust;
using Certification.Signing.Verification;

namespace Certification.Cli.Verifying;

/// <summary>What <c>certify verify</c> is asked.</summary>
/// <param name="Trust">Path or address of the trust; null for none.</param>
/// <param name="Status">Path or address of the status list; null to fetch the one that the certificate names, if the trust
/// names that address as its issuer's.</param>
public sealed record VerificationQuestion(
    string File, string? Trust, string? Status, DateTimeOffset At, TimeSpan MaxAge, bool Offline);

/// <summary>Gathers the snapshots and judges.</summary>
public static class Verification
{
    private const long CertificateLimit = 4 << 20;

    /// <summary>Answers the question.</summary>
    public static async Task<VerificationResult> RunAsync(VerificationQuestion question, CancellationToken cancellation)
    {
        var file = InputFile.Read(question.File, CertificateLimit);
        var trust = await OpenTrustAsync(question, cancellation);
        var status = question.Status is null ? null : await Snapshot.ReadTextAsync(question.Status, question.Offline, cancellation);
        var inputs = new VerificationInputs(trust, status, question.At, question.MaxAge);
        var result = CertificateVerification.Verify(file, inputs);
        if (question.Offline || status is not null || StatusAddress(result, trust) is not { } address) return result;
        return CertificateVerification.Verify(file, inputs with { StatusList = await Snapshot.FetchAsync(address, cancellation) });
    }

    private static async Task<TrustStore?> OpenTrustAsync(VerificationQuestion question, CancellationToken cancellation)
    {
        if (question.Trust is null) return null;
        return OpenTrust(await Snapshot.ReadTextAsync(question.Trust, question.Offline, cancellation), question.Trust);
    }

    /// <summary>Opens pinned trust.</summary>
    /// <param name="source">Where the text came from, for the error.</param>
    internal static TrustStore OpenTrust(string text, string source) => TrustStoreFile.OpenPinned(text, out var fault)
        ?? throw new ProblemException(
            new Problem(fault!.Message, source, "Give a trust list or PEM certificates that you got from somebody you trust.", fault.Code),
            ExitCode.Undetermined);

    /// <summary>Where the certificate's status list is, if the trust list names that place as its issuer's: an address that only
    /// the document itself names is never called.</summary>
    private static Uri? StatusAddress(VerificationResult result, TrustStore? trust)
    {
        if (result.Certificate is not { } certificate || trust?.Authority(certificate.Content.Issuer.Code) is not { } issuer) return null;
        var list = certificate.Content.Status.List;
        return list.StartsWith($"{issuer.Site.TrimEnd('/')}/", StringComparison.Ordinal) ? new Uri(list) : null;
    }
}
