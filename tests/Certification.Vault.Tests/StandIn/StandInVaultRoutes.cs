using System.Buffers.Text;
using System.Globalization;
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
        app.MapGet("/keys/{name}/versions", (HttpContext context, string name) => Versions(context, vault.Versions(name)));
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
                    kid = Id(found),
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
                kid = Id(key), kty = "EC", key_ops = new[] { "sign", "verify" }, crv = $"P-{key.Private.KeySize}",
                x = Base64Url.EncodeToString(point.Q.X!), y = Base64Url.EncodeToString(point.Q.Y!),
            },
            attributes = Attributes(key),
        };
    }

    // Two a page, so that following the pages matters; in the order of versions' names, as the vault gives them.
    private static Task Versions(HttpContext context, IEnumerable<StandInKey> keys)
    {
        var skip = int.Parse(context.Request.Query["$skiptoken"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var rest = keys.OrderBy(key => key.Version, StringComparer.Ordinal).Skip(skip).ToList();
        return context.Response.WriteAsJsonAsync(new
        {
            value = rest.Take(2).Select(key => new { kid = Id(key), attributes = Attributes(key) }),
            nextLink = rest.Count > 2
                ? new Uri(StandInVault.Address, $"{context.Request.Path}?api-version=7.4&$skiptoken={skip + 2}").ToString()
                : null,
        });
    }

    private static object Attributes(StandInKey key) => new { enabled = key.Enabled, exportable = key.Exportable, created = key.Created };

    private static string Id(StandInKey key) => new Uri(StandInVault.Address, $"keys/{key.Name}/{key.Version}").ToString();
}
