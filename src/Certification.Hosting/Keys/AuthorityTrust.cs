using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Hosting.Settings;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Hosting.Keys;

/// <summary>Opens whom the authority trusts.</summary>
internal static class AuthorityTrust
{
    /// <summary>The configured trust list; without one the authority trusts its own keys, and nobody else.</summary>
    /// <exception cref="SettingsException">The list does not open.</exception>
    internal static TrustStore Open(TrustSection settings, KeyFolder keys, string baseUrl) => settings.ListFile is null
        ? TrustStoreFile.OpenPinned(keys.Certificates(baseUrl), out var unfit) ?? throw new SettingsException("Keys:Folder", unfit!.Message)
        : OpenList(settings);

    /// <summary>The configured trust list.</summary>
    /// <exception cref="SettingsException">There is none, or it does not open.</exception>
    internal static TrustStore OpenList(TrustSection settings)
    {
        var text = File.ReadAllText(settings.ListFile
            ?? throw new SettingsException("Trust:ListFile", "it is not set; with Keys:Vault the list says which certificates count"));
        Domain.Reason? fault;
        var trust = settings.AnchorFile is { } anchor
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
