using Certification.Signing.Verification;

namespace Certification.Cli.Verifying;

/// <summary>Gets the proof that a certificate is in its issuer's log, where the verifier wants one.</summary>
internal static class LogProofs
{
    /// <summary>The inputs with what is wanted of the log. Offline a proof that was not given is missing, and the verdict says so.</summary>
    public static async Task<VerificationInputs> AddAsync(
        VerificationInputs inputs, VerificationQuestion question, JudgedDocument document, CancellationToken cancellation)
    {
        if (inputs.Trust is not { } trust || (question.LogProof is null && question.Witnesses is null)) return inputs;
        // Which checkpoints count is a question of today's keys, whatever the instant asked about: a proof is made anew for each reader.
        var policy = trust.Logs(question.Witnesses ?? 0, question.Offline ? question.At : DateTimeOffset.UtcNow);
        var proof = question.LogProof is { } given ? await Snapshot.ReadTextAsync(given, question.Offline, cancellation)
            : question.Offline ? null
            : await FetchAsync(inputs, document, cancellation);
        return inputs with { Log = new(policy, proof) };
    }

    // Only at the address that the trust list names for the issuer: an address in the document is never called.
    private static async Task<string?> FetchAsync(VerificationInputs inputs, JudgedDocument document, CancellationToken cancellation)
    {
        if (document.Judge(inputs).Certificate is not { } certificate
            || inputs.Trust!.Authority(certificate.Content.Issuer.Code) is not { } issuer)
        {
            return null;
        }

        var address = new Uri($"{issuer.Api.TrimEnd('/')}/v1/certificates/{certificate.Number}/log-proof");
        return await Snapshot.FetchBytesAsync(address, cancellation) is { } text ? System.Text.Encoding.UTF8.GetString(text) : null;
    }
}
