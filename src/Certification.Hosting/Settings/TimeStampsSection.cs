using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Certification.Hosting.Settings;

/// <summary><c>TimeStamps</c>: the time-stamping authority (RFC 3161) that issuing goes to. Without it certificates are dated by
/// the witnesses of the log alone.</summary>
public sealed class TimeStampsSection : IValidatableObject
{
    /// <summary>Where questions are posted.</summary>
    [HttpUrl]
    public string? Url { get; init; }

    /// <summary>PEM certificates of the roots that its answers must chain to; required with <see cref="Url"/>.</summary>
    [ExistingFile]
    public string? RootsFile { get; init; }

    /// <summary>The roots of that file; empty without one.</summary>
    /// <exception cref="SettingsException">It holds no certificate that can be read.</exception>
    internal X509Certificate2Collection Roots()
    {
        var roots = new X509Certificate2Collection();
        if (RootsFile is null) return roots;
        try
        {
            roots.ImportFromPem(File.ReadAllText(RootsFile));
            return roots.Count > 0 ? roots : throw new SettingsException("TimeStamps:RootsFile", "it holds no certificate");
        }
        catch (CryptographicException unusable)
        {
            throw new SettingsException("TimeStamps:RootsFile", unusable.Message);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is null == RootsFile is null) yield break;
        yield return new(Wrong.NotSet, [Url is null ? nameof(Url) : nameof(RootsFile)]);
    }
}
