using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Certification.Signing.PostQuantum;

namespace Certification.Hosting.Settings;

/// <summary><c>Keys</c>: the authority's signing keys. Either <see cref="Folder"/> or <see cref="Vault"/> is set.</summary>
public sealed class KeysSection : IValidatableObject
{
    /// <summary>A folder; made with fresh keys when it is not there.</summary>
    public string? Folder { get; init; }

    /// <summary>An Azure Key Vault with the keys <c>issuing</c>, <c>status</c>, <c>statement</c>, <c>federation</c> and <c>log</c>, signed
    /// in to as the host's own identity. Their certificates are those of the trust list, which is then required.</summary>
    [RegularExpression("https://[^/?#]+", ErrorMessage = "it is not the https URL of a vault without a slash at the end")]
    public string? Vault { get; init; }

    /// <summary><c>ml-dsa-65</c> to sign every certificate a second time, in a file beside it; none when left out. The key is made by
    /// <c>certify keys second</c>, in <see cref="Folder"/>.</summary>
    [RegularExpression("ml-dsa-65", ErrorMessage = "it is not ml-dsa-65, the one algorithm of second signatures")]
    public string? SecondSignature { get; init; }

    /// <summary>The key of second signatures; null when there are none.</summary>
    /// <exception cref="SettingsException">It is not in the folder, or is no key.</exception>
    internal SecondSigningKey? OpenSecond()
    {
        try
        {
            return SecondSignature is null ? null : SecondSigningKey.FromPem(File.ReadAllText(Path.Combine(Folder!, SecondSigningKey.File)));
        }
        catch (Exception unfit) when (unfit is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException("Keys:SecondSignature", unfit.Message.TrimEnd('.'));
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Folder is null && Vault is null) yield return new($"{Wrong.NotSet}, nor is Keys:{nameof(Vault)}", [nameof(Folder)]);
        if (Folder is not null && Vault is not null) yield return new("Keys:Folder says where the keys are already; set one of them", [nameof(Vault)]);
        if (SecondSignature is not null && Folder is null) yield return new("vaults keep no such keys; it needs Keys:Folder", [nameof(SecondSignature)]);
    }
}
