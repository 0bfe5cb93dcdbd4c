using System.ComponentModel.DataAnnotations;
using Azure.Identity;
using Certification.Storage;

namespace Certification.Hosting.Settings;

/// <summary><c>Storage</c>: which storage account is the authority's, and how it signs in there. Exactly one of
/// <see cref="ConnectionString"/>, <see cref="AccountName"/> and the two endpoints is set.</summary>
public sealed class StorageSection : IValidatableObject
{
    /// <summary>Azurite, or an account with its key. Secret.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>An account of the public Azure cloud, signed in to as the host's own identity.</summary>
    [RegularExpression("[a-z0-9]{3,24}", ErrorMessage = "it is not 3 to 24 lower-case letters and digits")]
    public string? AccountName { get; init; }

    /// <summary>The account's table service in any other cloud, signed in to as the host's own identity.</summary>
    [HttpUrl]
    public string? TableEndpoint { get; init; }

    /// <summary>The account's blob service beside <see cref="TableEndpoint"/>.</summary>
    [HttpUrl]
    public string? BlobEndpoint { get; init; }

    /// <summary>Before the name of every table and container, so that authorities can share an account; may be empty.</summary>
    [RegularExpression("([a-z][a-z0-9]{0,19})?", ErrorMessage = "it is not up to 20 lower-case letters and digits, a letter first")]
    public string Prefix { get; init; } = "";

    /// <summary>The key of the setting that names the account.</summary>
    internal string Key => $"Storage:{Given.First()}";

    private IEnumerable<string> Given => new (string Name, string? Value)[]
    {
        (nameof(ConnectionString), ConnectionString), (nameof(AccountName), AccountName), (nameof(TableEndpoint), TableEndpoint ?? BlobEndpoint),
    }.Where(way => way.Value is not null).Select(way => way.Name);

    /// <summary>The account; nothing is called yet.</summary>
    internal StorageAddress Address() => ConnectionString is not null ? StorageAddress.FromConnectionString(ConnectionString)
        : AccountName is not null ? OfEndpoints($"https://{AccountName}.table.core.windows.net", $"https://{AccountName}.blob.core.windows.net")
        : OfEndpoints(TableEndpoint!, BlobEndpoint!);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var given = Given.ToArray();
        if (given.Length == 0) yield return new($"{Wrong.NotSet}, nor is Storage:{nameof(AccountName)}", [nameof(ConnectionString)]);
        if (given.Length > 1) yield return new($"Storage:{given[0]} names the account already; set one of them", [given[1]]);
        if (TableEndpoint is null != BlobEndpoint is null)
        {
            yield return new("it is not set, but the other endpoint is", [TableEndpoint is null ? nameof(TableEndpoint) : nameof(BlobEndpoint)]);
        }
    }

    private static StorageAddress OfEndpoints(string tables, string blobs) =>
        StorageAddress.FromEndpoints(new Uri(tables), new Uri(blobs), new DefaultAzureCredential());
}
