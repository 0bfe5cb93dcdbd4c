using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using Certification.Hosting.Settings;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Vault;
using Certification.Workflows.Activities;

namespace Certification.Hosting.Keys;

/// <summary>The authority's keys and its trust, opened and found to belong to it.</summary>
/// <param name="Signing">The keys that sign.</param>
/// <param name="Anchor">Certificate of the root, which signs nothing here.</param>
internal sealed record AuthorityKeys(SigningKeys Signing, X509Certificate2 Anchor, CurrentTrust Trust)
{
    /// <summary>Opens them where the settings say; keys in a folder are made at the first start.</summary>
    /// <exception cref="SettingsException">Keys or trust cannot be used, or are another authority's.</exception>
    internal static Task<AuthorityKeys> Open(AuthoritySettings settings) => settings.Keys.Vault is { } vault
        ? OpenVault(settings, new VaultConnection(new Uri(vault), new DefaultAzureCredential()))
        : Task.FromResult(OpenFolder(settings));

    /// <summary>Opens keys that stay in a vault. Which of their certificates count is what the trust list says: there the newest
    /// version of each key that the list grants is found, and there the anchor.</summary>
    internal static async Task<AuthorityKeys> OpenVault(AuthoritySettings settings, VaultConnection vault)
    {
        var trust = AuthorityTrust.OpenList(settings.Trust);
        var code = settings.Authority.Code;
        var self = trust.Authority(code) ?? throw new SettingsException("Trust:ListFile", $"the list does not name {code}");
        var anchor = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(self.Anchor));
        try
        {
            var opened = await Task.WhenAll(Enum.GetValues<ServiceKind>().Select(kind => OpenVault(vault, kind, trust, code)));
            ISigningKey Of(ServiceKind kind) => opened[(int)kind];
            var signing = new SigningKeys(
                Of(ServiceKind.Issuing), Of(ServiceKind.Status), Of(ServiceKind.Statement), Of(ServiceKind.Federation), Of(ServiceKind.Log));
            return Guarded(signing, anchor, new(trust));
        }
        catch (VaultException unfit)
        {
            throw new SettingsException("Keys:Vault", unfit.Message.TrimEnd('.'));
        }
    }

    private static Task<VaultSigningKey> OpenVault(VaultConnection vault, ServiceKind kind, TrustStore trust, string code) =>
        VaultSigningKey.OpenAsync(vault, kind.ToString().ToLowerInvariant(), trust.Granted(kind, code, TimeProvider.System.GetUtcNow()));

    private static AuthorityKeys Guarded(SigningKeys keys, X509Certificate2 anchor, CurrentTrust trust)
    {
        GrantedSigningKey Guard(ISigningKey key, ServiceKind kind) => new(key, kind, trust, TimeProvider.System);
        return new(
            new(
                Guard(keys.Issuing, ServiceKind.Issuing), Guard(keys.Status, ServiceKind.Status), Guard(keys.Statement, ServiceKind.Statement),
                Guard(keys.Federation, ServiceKind.Federation), Guard(keys.Log, ServiceKind.Log), keys.Notes),
            anchor, trust);
    }

    private static AuthorityKeys OpenFolder(AuthoritySettings settings)
    {
        try
        {
            var keys = KeyFolder.OpenOrCreate(
                settings.Keys.Folder!, settings.Authority.Code, settings.Authority.Name, TimeProvider.System.GetUtcNow());
            if (keys.Code != settings.Authority.Code)
            {
                throw new SettingsException("Keys:Folder", $"the keys are those of {keys.Code}, not of {settings.Authority.Code}");
            }

            var trust = AuthorityTrust.Open(settings.Trust, keys, settings.Authority.BaseUrl);
            return Guarded(SigningKeys.Of(keys, trust, TimeProvider.System.GetUtcNow()), keys.Root.Certificate, new(trust));
        }
        catch (Exception unfit) when (unfit is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException("Keys:Folder", unfit.Message);
        }
    }
}
