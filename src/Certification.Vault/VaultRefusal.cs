using System.Text.Json;
using Azure;

namespace Certification.Vault;

/// <summary>A vault's error answer, in words that name the next step.</summary>
internal static class VaultRefusal
{
    /// <summary>The exception for an answer other than 200.</summary>
    internal static VaultException Of(Uri asked, Response response)
    {
        var (inner, text) = Read(response.Content);
        var where = asked.GetLeftPart(UriPartial.Path);
        return (response.Status, inner) switch
        {
            (403, "KeyDisabled") => new(
                "vault.key-disabled", $"The key at {where} is disabled, outside its dates, or not allowed this operation. {text}"),
            (403, "ForbiddenByFirewall") => new(
                "vault.forbidden", $"The vault's firewall does not let this machine through to {where}. {text}"),
            (401 or 403, _) => new(
                "vault.forbidden", $"This identity may not use {where}: it needs the role Key Vault Crypto User on the vault. {text}"),
            (404, _) => new("vault.not-found", $"There is nothing at {where}. infra/README.md tells how keys are made. {text}"),
            (429 or >= 500, _) => new("vault.unreachable", $"{where} answered {response.Status} to every try. {text}"),
            _ => new("vault.refused", $"{where} answered {response.Status}. {text}"),
        };
    }

    // {"error":{"code":"Forbidden","message":"…","innererror":{"code":"KeyDisabled"}}}; proxies in between answer otherwise.
    private static (string Inner, string Text) Read(BinaryData content)
    {
        try
        {
            var error = JsonSerializer.Deserialize<JsonElement>(content.ToMemory().Span).GetProperty("error");
            var inner = error.TryGetProperty("innererror", out var found) ? found.GetProperty("code").GetString() : null;
            return (inner ?? "", $"The vault says: {error.GetProperty("message").GetString()}");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return ("", "The answer is no error of a key vault.");
        }
    }
}
