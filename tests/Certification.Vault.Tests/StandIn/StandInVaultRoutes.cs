using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Certification.Vault.Tests.StandIn;

/// <summary>The operations of Key Vault REST 7.4 that signing needs, in their shapes.</summary>
internal static class StandInVaultRoutes
{
    internal static void Map(WebApplication app, StandInVault vault)
    {
        app.MapGet("/keys/{name}/{version?}", (HttpContext context, string name, string? version) =>
            Answer(context, vault.Find(name, version), Key));
        app.MapGet("/certificates/{name}/{version?}", (HttpContext context, string name, string? version) =>
            Answer(context, vault.Find(name, version), Certificate));
        app.MapPost("/keys/{name}/{version}/sign", Sign);

        async Task Sign(HttpContext context, string name, string version, JsonElement body)
        {
            var key = vault.Find(name, version);
            if (key is { Enabled: false })
            {
                await Refuse(context, 403, "Forbidden", "Operation sign is not allowed on a disabled key.", "KeyDisabled");
            }
            else if (body.GetProperty("alg").GetString() != "ES256")
            {
                await Refuse(context, 400, "BadParameter", "Key and signing algorithm are incompatible.");
            }
            else
            {
                var digest = Base64Url.DecodeFromChars(body.GetProperty("value").GetString());
                await Answer(context, key, found => new
                {
                    kid = Id("keys", found),
                    value = Base64Url.EncodeToString(found.Private.SignHash(digest, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)),
                });
            }
        }
    }

    internal static Task Refuse(HttpContext context, int status, string code, string message, string? inner = null)
    {
        context.Response.StatusCode = status;
        var error = inner is null ? (object)new { code, message } : new { code, message, innererror = new { code = inner } };
        return context.Response.WriteAsJsonAsync(new { error });
    }

    private static Task Answer(HttpContext context, StandInKey? key, Func<StandInKey, object> shape) => key is null
        ? Refuse(context, 404, "KeyNotFound", "A key with (name/id) was not found in this key vault.")
        : context.Response.WriteAsJsonAsync(shape(key));

    private static object Key(StandInKey key)
    {
        var point = key.Private.ExportParameters(false);
        return new
        {
            key = new
            {
                kid = Id("keys", key), kty = "EC", key_ops = new[] { "sign", "verify" }, crv = $"P-{key.Private.KeySize}",
                x = Base64Url.EncodeToString(point.Q.X!), y = Base64Url.EncodeToString(point.Q.Y!),
            },
            attributes = new { enabled = key.Enabled },
        };
    }

    private static object Certificate(StandInKey key)
    {
        var policy = new { key_props = new { exportable = key.Exportable, kty = "EC", crv = "P-256" } };
        var attributes = new { enabled = key.Enabled && key.Certificate is not null };
        return key.Certificate is null
            ? new { id = Id("certificates", key), policy, attributes }
            : new { id = Id("certificates", key), kid = Id("keys", key), cer = key.Certificate.RawData, policy, attributes };
    }

    private static string Id(string kind, StandInKey key) => new Uri(StandInVault.Address, $"{kind}/{key.Name}/{key.Version}").ToString();
}
