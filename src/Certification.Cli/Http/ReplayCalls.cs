using Certification.Cli.Terminal;
using Certification.Domain.Certificates;

namespace Certification.Cli.Http;

/// <summary>What auditors and the other people of an authority call to derive a decision again.</summary>
public sealed partial class AuthorityClient
{
    /// <summary>The record of a decision, byte for byte.</summary>
    /// <param name="subject">Number of a certificate, or id of a case.</param>
    public Task<byte[]> DownloadDecisionRecordAsync(string subject, CancellationToken cancellation) => DownloadAsync(
        $"/v1/{(CertificateNumber.TryParse(subject, out _) ? "certificates" : "submissions")}/{Uri.EscapeDataString(subject)}/decision-record",
        cancellation);

    /// <summary>Writes what stands at an address into a file, piece by piece: evidence may have gigabytes.</summary>
    /// <returns>Null, or why the authority does not give it.</returns>
    public async Task<Problem?> SaveAsync(string path, string file, CancellationToken cancellation)
    {
        try
        {
            using var reply = await SendAsync(Get(path), HttpCompletionOption.ResponseHeadersRead, cancellation);
            await using var content = await reply.Content.ReadAsStreamAsync(cancellation);
            await using var target = File.Create(file);
            await content.CopyToAsync(target, cancellation);
            return null;
        }
        catch (AuthorityRefusalException refused)
        {
            return refused.Problem;
        }
    }
}
