using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Certification.Vault;

/// <summary>One version of a key as the vault tells about it; its private part is never told.</summary>
/// <param name="Path">Below the vault: <c>keys/issuing/0123…</c>.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); null when the key is not on P-256.</param>
/// <param name="Enabled">False once somebody disabled it.</param>
/// <param name="Exportable">Whether a release policy lets the private key out.</param>
/// <param name="Created">Unix time.</param>
internal sealed record VaultKey(string Path, byte[]? PublicKey, bool Enabled, bool Exportable, long Created)
{
    /// <summary>Reads a key.</summary>
    /// <param name="path"><c>keys/issuing</c> for the current version, or with a version.</param>
    /// <exception cref="VaultException">It is not there, or may not be read.</exception>
    internal static async Task<VaultKey> ReadAsync(VaultConnection vault, string path, CancellationToken cancellation)
    {
        var answer = await vault.GetAsync(path, cancellation);
        var (key, attributes) = (answer.GetProperty("key"), answer.GetProperty("attributes"));
        return new(
            PathOf(key.GetProperty("kid")),
            PublicKeyOf(key),
            attributes.GetProperty("enabled").GetBoolean(),
            attributes.TryGetProperty("exportable", out var exportable) && exportable.GetBoolean(),
            attributes.GetProperty("created").GetInt64());
    }

    /// <summary>Paths of all versions of a key, the newest first.</summary>
    /// <param name="name">Such as <c>issuing</c>.</param>
    internal static async Task<IReadOnlyList<string>> VersionsAsync(VaultConnection vault, string name, CancellationToken cancellation)
    {
        var found = new List<(string Path, long Created)>();
        var next = $"keys/{name}/versions";
        while (!string.IsNullOrEmpty(next))
        {
            var page = await vault.GetAsync(next, cancellation);
            found.AddRange(page.GetProperty("value").EnumerateArray().Select(version =>
                (PathOf(version.GetProperty("kid")), version.GetProperty("attributes").GetProperty("created").GetInt64())));
            next = page.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
        }

        return [.. found.OrderByDescending(version => version.Created).Select(version => version.Path)];
    }

    /// <summary>Why an authority may not sign with it; null when it may.</summary>
    internal VaultException? Fault(VaultConnection vault) => this switch
    {
        { PublicKey: null } => new(
            "vault.key-unfit", $"The key at {vault.Address}{Path} is not on the curve P-256. Make one with --kty EC --curve P-256."),
        { Enabled: false } => new(
            "vault.key-disabled", $"The key at {vault.Address}{Path} is disabled. Enable it, or certify a new version of it."),
        { Exportable: true } => new(
            "vault.key-exportable", $"The private key of {vault.Address}{Path} can be released. Make one that is not exportable."),
        _ => null,
    };

    // EC-HSM is the same key in hardware, as the premium tier keeps it (RFC 7518 §6.2.1 for the members).
    private static byte[]? PublicKeyOf(JsonElement key)
    {
        if (key.GetProperty("kty").GetString() is not ("EC" or "EC-HSM") || key.GetProperty("crv").GetString() != "P-256") return null;
        using var point = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = { X = Coordinate(key, "x"), Y = Coordinate(key, "y") },
        });
        return point.ExportSubjectPublicKeyInfo();
    }

    private static byte[] Coordinate(JsonElement key, string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());

    // https://xa.vault.azure.net/keys/issuing/0123… : the host is the vault's own claim, and is not followed.
    private static string PathOf(JsonElement keyId) => new Uri(keyId.GetString()!).AbsolutePath.TrimStart('/');
}
