using System.Net.Http.Headers;

namespace Certification.Vault;

/// <summary>What a vault's 401 asks for: <c>Bearer authorization="https://login…/TENANT", resource="https://vault…"</c>.</summary>
/// <param name="Tenant">The Entra tenant that the vault belongs to.</param>
/// <param name="Resource">Whom the token must be for.</param>
internal sealed record BearerChallenge(string Tenant, Uri Resource)
{
    /// <summary>Reads the header; null when it is another challenge.</summary>
    internal static BearerChallenge? Parse(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var challenge)
            || !challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || challenge.Parameter is null)
        {
            return null;
        }

        var parts = challenge.Parameter.Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1].Trim('"'), StringComparer.OrdinalIgnoreCase);
        return Uri.TryCreate(parts["authorization"].FirstOrDefault(), UriKind.Absolute, out var authority)
            && Uri.TryCreate(parts["resource"].FirstOrDefault(), UriKind.Absolute, out var resource)
            ? new(authority.AbsolutePath.Trim('/'), resource)
            : null;
    }
}
