using System.ComponentModel.DataAnnotations;

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

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Folder is null && Vault is null) yield return new($"{Wrong.NotSet}, nor is Keys:{nameof(Vault)}", [nameof(Folder)]);
        if (Folder is not null && Vault is not null) yield return new("Keys:Folder says where the keys are already; set one of them", [nameof(Vault)]);
    }
}
