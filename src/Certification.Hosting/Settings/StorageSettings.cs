using Azure.Identity;
using Certification.Storage;

namespace Certification.Hosting.Settings;

/// <summary>Which storage account is the authority's, and how it signs in there.</summary>
/// <param name="Address">The account, by one of: <c>Storage:ConnectionString</c> (Azurite, account key);
/// <c>Storage:AccountName</c>, an account of the public cloud, signed in to as the host's own identity; or
/// <c>Storage:TableEndpoint</c> and <c>Storage:BlobEndpoint</c>, the same for any other cloud.</param>
/// <param name="Prefix"><c>Storage:Prefix</c>; empty when left out.</param>
/// <param name="Key">The setting that named the account, for what is told when it does not answer.</param>
public sealed record StorageSettings(StorageAddress Address, string Prefix, string Key)
{
    private const string Connection = "Storage:ConnectionString";
    private const string Account = "Storage:AccountName";
    private const string Tables = "Storage:TableEndpoint";
    private const string Blobs = "Storage:BlobEndpoint";

    /// <summary>Reads the section; nothing is called yet.</summary>
    /// <exception cref="SettingsException">No account is named, or two are.</exception>
    public static StorageSettings Read(SettingsReader settings)
    {
        string[] ways = [Connection, Account, Tables];
        var given = ways.Where(way => settings.Optional(way) is not null).ToArray();
        if (given.Length > 1) throw new SettingsException(given[1], $"{given[0]} names the storage account already; set one of them");
        var (address, key) = given switch
        {
            [Account] => (OfAccount(settings.Text(Account, IsAccountName, "3 to 24 lower-case letters and digits")), Account),
            [Tables] => (OfEndpoints(settings.Url(Tables), settings.Url(Blobs)), Tables),
            _ => (StorageAddress.FromConnectionString(settings.Text(Connection)), Connection),
        };
        return new StorageSettings(address, settings.Optional("Storage:Prefix") ?? "", key);
    }

    private static StorageAddress OfAccount(string name) =>
        OfEndpoints($"https://{name}.table.core.windows.net", $"https://{name}.blob.core.windows.net");

    private static StorageAddress OfEndpoints(string tables, string blobs) =>
        StorageAddress.FromEndpoints(new Uri(tables), new Uri(blobs), new DefaultAzureCredential());

    private static bool IsAccountName(string name) =>
        name.Length is >= 3 and <= 24 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
