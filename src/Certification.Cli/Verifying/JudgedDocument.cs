using Certification.Cli.Terminal;
using Certification.Signing.Credentials;
using Certification.Signing.Verification;

namespace Certification.Cli.Verifying;

/// <summary>What <c>certify verify</c> was given: XML, or a credential with the XML that it must agree with.</summary>
/// <param name="Xml">Beside a credential; null for XML itself, and for a credential that is judged alone.</param>
internal sealed record JudgedDocument(byte[] File, bool IsCredential, byte[]? Xml)
{
    /// <summary>Opens what was given, and gets the XML beside a credential.</summary>
    public static async Task<JudgedDocument> OpenAsync(
        VerificationQuestion question, byte[] file, VerificationInputs inputs, CancellationToken cancellation)
    {
        if (!CredentialVerification.LooksLikeOne(file))
        {
            return question.Certificate is null ? new(file, false, null) : throw new ProblemException(
                new Problem("--certificate is for credentials; this is no credential.", question.File, "Leave --certificate out.", "usage.certificate"),
                ExitCode.Usage);
        }
        if (question.Certificate is { } given) return new(file, true, await Snapshot.ReadAsync(given, question.Offline, cancellation));
        var published = question.Offline ? null : PublishedStatus.DocumentOf(CredentialVerification.Verify(file, inputs), inputs.Trust);
        return new(file, true, published is null ? null : await Snapshot.FetchBytesAsync(published, cancellation));
    }

    /// <summary>The verdict.</summary>
    public VerificationResult Judge(VerificationInputs inputs) =>
        IsCredential ? CredentialVerification.Verify(File, inputs, Xml) : CertificateVerification.Verify(File, inputs);
}
