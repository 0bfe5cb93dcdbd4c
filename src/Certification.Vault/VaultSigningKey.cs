using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Keys;

namespace Certification.Vault;

/// <summary>A key that stays in Azure Key Vault: digests go there, signatures come back. One call takes some ten milliseconds
/// inside a region.</summary>
public sealed class VaultSigningKey : ISigningKey
{
    private readonly VaultConnection _vault;
    private readonly VaultKeyVersion _key;
    private readonly VerificationKey _public;

    private VaultSigningKey(VaultConnection vault, VaultKeyVersion key, X509Certificate2 certificate) =>
        (_vault, _key, Certificate, _public) = (vault, key, certificate, new VerificationKey(certificate));

    /// <inheritdoc/>
    public X509Certificate2 Certificate { get; }

    /// <summary>Version of the key in the vault.</summary>
    public string Version => _key.Version;

    /// <summary>Opens a key with the certificate that is kept beside it in the vault, and has it sign once.</summary>
    /// <param name="name">Of key and certificate, such as <c>issuing</c>.</param>
    /// <param name="version">Null for the certificate's current version.</param>
    /// <exception cref="VaultException">The vault does not answer, or the key cannot be signed with.</exception>
    public static async Task<VaultSigningKey> OpenAsync(
        VaultConnection vault, string name, string? version = null, CancellationToken cancellationToken = default)
    {
        var (key, certificate) = await VaultKeyVersion.FindWithCertificateAsync(vault, name, version, cancellationToken);
        return await CheckedAsync(new(vault, key, certificate), cancellationToken);
    }

    /// <summary>Opens a key whose certificate is kept elsewhere, and has it sign once.</summary>
    /// <param name="version">Null for the key's current version.</param>
    /// <exception cref="VaultException">The vault does not answer, the key cannot be signed with, or it is not the
    /// certificate's.</exception>
    public static async Task<VaultSigningKey> OpenAsync(
        VaultConnection vault, string name, string? version, X509Certificate2 certificate, CancellationToken cancellationToken = default)
    {
        var key = await VaultKeyVersion.FindAsync(vault, name, version, cancellationToken);
        return await CheckedAsync(new(vault, key, certificate), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="VaultException">The vault does not answer, refuses, or signed with another key.</exception>
    public async ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken = default)
    {
        var answer = await _vault.PostAsync(
            $"{_key.Path}/sign", new { alg = "ES256", value = Base64Url.EncodeToString(sha256.Span) }, cancellationToken);
        var signature = Base64Url.DecodeFromChars(answer.GetProperty("value").GetString());
        // 45 µs beside a call of milliseconds: a signature that nobody can verify is never issued.
        return _public.VerifyEcdsa(sha256.Span, signature) ? signature : throw new VaultException(
            "vault.certificate-mismatch",
            $"{_vault.Address}{_key.Path} does not belong to the certificate {Certificate.Subject} ({_public.Thumbprint}): its signature does not verify. "
            + "Set the version that the certificate was made for.");
    }

    // A wrong certificate or a missing role is found at the start, not by the first applicant.
    private static async Task<VaultSigningKey> CheckedAsync(VaultSigningKey key, CancellationToken cancellation)
    {
        await key.SignAsync(SHA256.HashData("certification: does this key belong to its certificate?"u8), cancellation);
        return key;
    }
}
