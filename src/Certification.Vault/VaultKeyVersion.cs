using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Certification.Vault;

/// <summary>One version of one key. A process keeps to the version that it found at its start: a newer one in the vault has
/// another certificate, and signs only once somebody has decided so.</summary>
/// <param name="Name">Of the key, such as <c>issuing</c>.</param>
/// <param name="Version">As the vault gave it: 32 hexadecimal digits.</param>
internal sealed record VaultKeyVersion(string Name, string Version)
{
    /// <summary>Address of the key below the vault.</summary>
    internal string Path => $"keys/{Name}/{Version}";

    /// <summary>Finds the version, and checks that it is an enabled P-256 key.</summary>
    /// <param name="version">Null for the current one.</param>
    /// <exception cref="VaultException">There is none, or it is unfit.</exception>
    internal static async Task<VaultKeyVersion> FindAsync(VaultConnection vault, string name, string? version, CancellationToken cancellation)
    {
        var path = version is null ? $"keys/{name}" : $"keys/{name}/{version}";
        var answer = await vault.GetAsync(path, cancellation);
        var key = answer.GetProperty("key");
        if (!IsEnabled(answer))
        {
            throw new VaultException("vault.key-disabled", $"The key at {vault.Address}{path} is disabled. Enable it, or set another version.");
        }

        // EC-HSM is the same key in hardware, as the premium tier keeps it.
        if (key.GetProperty("kty").GetString() is not ("EC" or "EC-HSM") || key.GetProperty("crv").GetString() != "P-256")
        {
            throw new VaultException(
                "vault.key-unfit", $"The key at {vault.Address}{path} is not on the curve P-256. Make one with --kty EC --curve P-256.");
        }

        return Of(key.GetProperty("kid").GetString()!);
    }

    /// <summary>Reads the certificate of the key that is kept beside it in the vault, and the key's version from it.</summary>
    /// <exception cref="VaultException">There is none yet, it is disabled, or it lets the private key out.</exception>
    internal static async Task<(VaultKeyVersion Key, X509Certificate2 Certificate)> FindWithCertificateAsync(
        VaultConnection vault, string name, string? version, CancellationToken cancellation)
    {
        var path = version is null ? $"certificates/{name}" : $"certificates/{name}/{version}";
        var answer = await vault.GetAsync(path, cancellation);
        if (!answer.TryGetProperty("cer", out var der) || !IsEnabled(answer))
        {
            throw new VaultException(
                "vault.key-disabled", $"The certificate at {vault.Address}{path} is disabled or still waits to be signed and merged.");
        }

        if (answer.GetProperty("policy").GetProperty("key_props").GetProperty("exportable").GetBoolean())
        {
            throw new VaultException(
                "vault.key-exportable", $"The private key of {vault.Address}{path} can be exported. Make a new version whose policy says exportable: false.");
        }

        var key = await FindAsync(vault, name, Of(answer.GetProperty("kid").GetString()!).Version, cancellation);
        return (key, X509CertificateLoader.LoadCertificate(der.GetBytesFromBase64()));
    }

    private static bool IsEnabled(JsonElement answer) => answer.GetProperty("attributes").GetProperty("enabled").GetBoolean();

    // https://xa.vault.azure.net/keys/issuing/0123…
    private static VaultKeyVersion Of(string keyId)
    {
        var parts = new Uri(keyId).Segments;
        return new(parts[^2].TrimEnd('/'), parts[^1]);
    }
}
