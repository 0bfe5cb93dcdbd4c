namespace Certification.Cli.Http;

/// <summary>What an authority in Development offers beside its API.</summary>
public sealed partial class AuthorityClient
{
    /// <summary>A token of the local issuer.</summary>
    public async Task<string> IssueTokenAsync(TokenRequest request, CancellationToken cancellation) =>
        (await ReadAsync<IssuedToken>(Write(HttpMethod.Post, "/dev/token", request), cancellation)).Token;

    /// <summary>The authority's business time.</summary>
    public async Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellation) =>
        (await ReadAsync<SimulatedTime>(Get("/dev/time"), cancellation)).Now;

    /// <summary>Sets the authority's business time forward. Given as an instant, so that a retry does not advance twice.</summary>
    public async Task<DateTimeOffset> SetTimeAsync(DateTimeOffset to, CancellationToken cancellation) =>
        (await ReadAsync<SimulatedTime>(Write(HttpMethod.Post, "/dev/time", new { to }), cancellation)).Now;
}

/// <summary>Asks for a development token.</summary>
public sealed record TokenRequest(string Role, string Name, string? Organisation = null, int? Minutes = null);

/// <summary>A bearer token.</summary>
public sealed record IssuedToken(string Token);

/// <summary>Business time.</summary>
public sealed record SimulatedTime(DateTimeOffset Now);
