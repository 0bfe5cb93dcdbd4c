using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Hosting.Settings;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Hosting.Keys;

/// <summary>Opens the authority's keys and its trust, and checks that they belong to it.</summary>
internal static class AuthorityKeys
{
    /// <summary>The keys; made at the first start.</summary>
    /// <exception cref="SettingsException">The folder cannot be used, or holds another authority's keys.</exception>
    internal static KeyFolder Open(AuthoritySettings settings)
    {
        try
        {
            var keys = KeyFolder.OpenOrCreate(
                settings.Keys.Folder, settings.Authority.Code, settings.Authority.Name, TimeProvider.System.GetUtcNow());
            return keys.Code == settings.Authority.Code
                ? keys
                : throw new SettingsException("Keys:Folder", $"the keys are those of {keys.Code}, not of {settings.Authority.Code}");
        }
        catch (Exception unfit) when (unfit is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException("Keys:Folder", unfit.Message);
        }
    }

    /// <summary>The configured trust list; without one the authority trusts its own keys, and nobody else.</summary>
    /// <exception cref="SettingsException">The list does not open.</exception>
    internal static TrustStore OpenTrust(AuthoritySettings settings, KeyFolder keys)
    {
        if (settings.Trust.ListFile is null)
        {
            return TrustStoreFile.OpenPinned(keys.Certificates(), out var unfit)
                ?? throw new SettingsException("Keys:Folder", unfit!.Message);
        }
        var text = File.ReadAllText(settings.Trust.ListFile);
        Domain.Reason? fault;
        var trust = settings.Trust.AnchorFile is { } anchor
            ? TrustStoreFile.OpenList(text, Anchor(anchor), minimumSequence: 1, out fault)
            : TrustStoreFile.OpenPinned(text, out fault);
        return trust ?? throw new SettingsException("Trust:ListFile", fault!.Message);
    }

    private static X509Certificate2 Anchor(string path)
    {
        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(path));
        }
        catch (CryptographicException unfit)
        {
            throw new SettingsException("Trust:AnchorFile", unfit.Message);
        }
    }
}
