using System.ComponentModel.DataAnnotations;
using Certification.Formats.Attestations;

namespace Certification.Hosting.Settings;

/// <summary><c>Authority</c>: who this authority is.</summary>
public sealed class AuthoritySection
{
    /// <summary>Its jurisdiction's code.</summary>
    [Required(ErrorMessage = Wrong.NotSet), RegularExpression("[A-Z]{2}", ErrorMessage = "it is not two capital letters, such as XA")]
    public string Code { get; init; } = "";

    /// <summary>Its name, as certificates say it.</summary>
    [Required(ErrorMessage = Wrong.NotSet)]
    public string Name { get; init; } = "";

    /// <summary>Where the world reaches it, without a slash at the end.</summary>
    [Required(ErrorMessage = Wrong.NotSet), HttpUrl]
    public string BaseUrl { get; init; } = "";
}

/// <summary><c>Trust</c>: whose signatures count. Without it an authority trusts nobody but itself.</summary>
public sealed class TrustSection
{
    /// <summary>The signed trust list that this authority goes by and publishes.</summary>
    [ExistingFile]
    public string? ListFile { get; init; }

    /// <summary>The certificate that must have signed the list; any when left out.</summary>
    [ExistingFile]
    public string? AnchorFile { get; init; }
}

/// <summary><c>Evidence</c>: bounds of what applicants send.</summary>
public sealed class EvidenceSection
{
    /// <summary>Most bytes in one evidence file; 20 GiB when left out.</summary>
    [Range(1L, 1L << 42, ErrorMessage = Wrong.Number)]
    public long LimitBytes { get; init; } = 20L << 30;

    /// <summary>The public keys by which attestations count: PEM, or a list in JSON with ids and periods of validity
    /// (<see cref="Formats.Attestations.TrustedKeys.Parse"/>). Without it no signature of an attestation can be verified.</summary>
    [ExistingFile]
    public string? TrustedKeysFile { get; init; }

    /// <summary>The keys of that file.</summary>
    /// <exception cref="SettingsException">It holds no keys that can be used.</exception>
    internal TrustedKeys TrustedKeys()
    {
        try
        {
            return TrustedKeysFile is null ? Formats.Attestations.TrustedKeys.None : Formats.Attestations.TrustedKeys.Parse(File.ReadAllText(TrustedKeysFile));
        }
        catch (FormatException unusable)
        {
            throw new SettingsException("Evidence:TrustedKeysFile", unusable.Message);
        }
    }
}

/// <summary><c>Public</c>: what anybody may ask without a token.</summary>
public sealed class PublicSection
{
    /// <summary>Requests that one address may make in a minute.</summary>
    [Range(1, 1_000_000, ErrorMessage = Wrong.Number)]
    public int ReadsPerMinute { get; init; } = 1_200;
}

/// <summary><c>Auth</c>: the OpenID Connect issuer of people's tokens; required outside Development, where the authority
/// issues tokens itself.</summary>
public sealed class AuthSection
{
    /// <summary>The issuer's URL.</summary>
    [Required(ErrorMessage = Wrong.NotSet), HttpUrl]
    public string Authority { get; init; } = "";

    /// <summary>The <c>aud</c> that tokens for this authority have.</summary>
    [Required(ErrorMessage = Wrong.NotSet)]
    public string Audience { get; init; } = "";
}

/// <summary><c>Faults</c>: planted faults, in Development only.</summary>
public sealed class FaultsSection
{
    /// <summary>Ends the process at a storage write: see <see cref="Storage.Faults.KillAtWrite.Parse"/>.</summary>
    public string? KillAt { get; init; }
}
