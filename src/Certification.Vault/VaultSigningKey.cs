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
    private readonly string _path;
    private readonly VerificationKey _public;

    private VaultSigningKey(VaultConnection vault, string path, X509Certificate2 certificate) =>
        (_vault, _path, Certificate, _public) = (vault, path, certificate, new VerificationKey(certificate));

    /// <inheritdoc/>
    public X509Certificate2 Certificate { get; }

    /// <summary>Version of the key in the vault. A process keeps to the one that it opened.</summary>
    public string Version => _path[(_path.LastIndexOf('/') + 1)..];

    /// <summary>Opens the newest version of a key that has one of these certificates, and has it sign once. A version that was
    /// made but not certified yet is passed over, so that a rotation begun in the vault disturbs nobody.</summary>
    /// <param name="name">Of the key, such as <c>issuing</c>.</param>
    /// <param name="certificates">Those in force for this use.</param>
    /// <exception cref="VaultException">The vault does not answer, no version belongs to a certificate, or the one that does
    /// cannot be signed with.</exception>
    public static async Task<VaultSigningKey> OpenAsync(
        VaultConnection vault, string name, IReadOnlyCollection<X509Certificate2> certificates, CancellationToken cancellationToken = default)
    {
        var current = await VaultKey.ReadAsync(vault, $"keys/{name}", cancellationToken);
        if (Find(current, certificates) is { } certificate)
        {
            return await CheckedAsync(vault, current, certificate, cancellationToken);
        }

        foreach (var path in (await VaultKey.VersionsAsync(vault, name, cancellationToken)).Where(path => path != current.Path))
        {
            var earlier = await VaultKey.ReadAsync(vault, path, cancellationToken);
            if (Find(earlier, certificates) is { } its) return await CheckedAsync(vault, earlier, its, cancellationToken);
        }

        throw current.Fault(vault) ?? new VaultException(
            "vault.not-certified",
            $"No version of {vault.Address}keys/{name} belongs to a certificate that is in force for it. Certify {current.Path} with "
            + "./certify keys certify, and sign the trust list anew.");
    }

    /// <inheritdoc/>
    /// <exception cref="VaultException">The vault does not answer, refuses, or signed with another key.</exception>
    public async ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken = default)
    {
        var answer = await _vault.PostAsync(
            $"{_path}/sign", new { alg = "ES256", value = Base64Url.EncodeToString(sha256.Span) }, cancellationToken);
        var signature = Base64Url.DecodeFromChars(answer.GetProperty("value").GetString());
        // 45 µs beside a call of milliseconds: a signature that nobody can verify is never issued.
        return _public.VerifyEcdsa(sha256.Span, signature) ? signature : throw new VaultException(
            "vault.signature-wrong", $"{_vault.Address}{_path} gave a signature that {Certificate.Subject} ({_public.Thumbprint}) does not verify.");
    }

    private static X509Certificate2? Find(VaultKey key, IEnumerable<X509Certificate2> certificates) => certificates
        .Where(certificate => key.PublicKey is not null && key.PublicKey.AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo()))
        .MaxBy(certificate => certificate.NotBefore);

    // A missing role is found at the start, not by the first applicant.
    private static async Task<VaultSigningKey> CheckedAsync(
        VaultConnection vault, VaultKey key, X509Certificate2 certificate, CancellationToken cancellation)
    {
        if (key.Fault(vault) is { } fault) throw fault;
        var opened = new VaultSigningKey(vault, key.Path, certificate);
        await opened.SignAsync(SHA256.HashData("certification: does this key sign?"u8), cancellation);
        return opened;
    }
}
