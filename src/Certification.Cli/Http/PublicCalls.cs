using Certification.Domain.Submissions;

namespace Certification.Cli.Http;

/// <summary>What anybody calls, without a token.</summary>
public sealed partial class AuthorityClient
{
    /// <summary>A certificate with its status, and the ETag for changing it.</summary>
    public Task<Tagged<CertificateView>> GetCertificateAsync(string number, CancellationToken cancellation) =>
        ReadTaggedAsync<CertificateView>(Get($"/v1/certificates/{Uri.EscapeDataString(number)}"), cancellation);

    /// <summary>The signed document, byte for byte.</summary>
    public Task<byte[]> DownloadCertificateAsync(string number, CancellationToken cancellation) =>
        DownloadAsync($"/v1/certificates/{Uri.EscapeDataString(number)}.xml", cancellation);

    /// <summary>A certificate with all that verifies it offline, as the authority puts it together.</summary>
    public Task<byte[]> DownloadBundleAsync(string number, CancellationToken cancellation) =>
        DownloadAsync($"/v1/certificates/{Uri.EscapeDataString(number)}/bundle", cancellation);

    /// <summary>What this authority holds of another's certificate.</summary>
    public Task<RecognitionView> GetRecognitionAsync(string number, CancellationToken cancellation) =>
        ReadAsync<RecognitionView>(Get($"/v1/recognitions/{Uri.EscapeDataString(number)}"), cancellation);

    /// <summary>What submissions cost, as medians.</summary>
    public Task<EffortReport> GetEffortAsync(CancellationToken cancellation) =>
        ReadAsync<EffortReport>(Get("/v1/effort"), cancellation);

    /// <summary>Returns once the authority says that it is ready to work.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        using var reply = await SendAsync(Get("/health/ready"), cancellation);
    }

    /// <summary>A static public file, such as <c>/public/trust/trust-list.jws</c>.</summary>
    public async Task<byte[]> DownloadAsync(string path, CancellationToken cancellation)
    {
        using var reply = await SendAsync(Get(path), cancellation);
        return await reply.Content.ReadAsByteArrayAsync(cancellation);
    }
}
