using System.Globalization;
using System.Net;
using System.Text;
using Certification.Signing.Log;
using Certification.Signing.Trust;

namespace Certification.Hosting.Federation;

/// <summary>Asks another authority to cosign a checkpoint of ours (C2SP tlog-witness, "add-checkpoint"), at the address of the trust list.</summary>
internal sealed class WitnessClient(HttpClient http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks once.</summary>
    /// <exception cref="HttpRequestException">It does not answer, or refuses.</exception>
    internal async Task<WitnessReply> Ask(TrustedAuthority witness, WitnessRequest request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var content = new StringContent(request.ToString(), Encoding.UTF8, "text/plain");
            using var response = await http.PostAsync($"{witness.Api}/v1/witness/add-checkpoint", content, patience.Token);
            var body = await response.Content.ReadAsStringAsync(patience.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new(body, null),
                HttpStatusCode.Conflict when ulong.TryParse(body.TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out var size) => new(null, size),
                var status => throw new HttpRequestException($"{witness.Code} answered {(int)status} when it was asked to cosign."),
            };
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"{witness.Code} did not answer within {Patience.TotalSeconds} s when it was asked to cosign.", late);
        }
    }
}

/// <summary>What a witness answered.</summary>
/// <param name="Lines">Its signature lines; null when it remembers another tree than it was told.</param>
/// <param name="Size">Size of the tree that it remembers then.</param>
internal sealed record WitnessReply(string? Lines, ulong? Size);
