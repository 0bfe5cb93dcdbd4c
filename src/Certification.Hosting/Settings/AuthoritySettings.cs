using Certification.Hosting.Telemetry;
using Certification.Storage.Faults;
using Certification.Web.Access;
using Certification.Workflows.Activities;

namespace Certification.Hosting.Settings;

/// <summary>The configuration that an authority needs on any host, checked: with these values it can start.</summary>
/// <param name="Authority">Who this authority is (<see cref="AuthoritySection"/>).</param>
/// <param name="Issuer">Who issues people's tokens (<see cref="AuthSection"/>); null in Development.</param>
/// <param name="KillAt">A planted fault (<see cref="FaultsSection"/>); in Development only.</param>
/// <param name="IsDevelopment">True for <c>ASPNETCORE_ENVIRONMENT=Development</c>.</param>
public sealed record AuthoritySettings(
    AuthorityProfile Authority,
    StorageSection Storage,
    KeysSection Keys,
    TrustSection Trust,
    EvidenceSection Evidence,
    PublicSection Public,
    TokenIssuer? Issuer,
    KillAtWrite? KillAt,
    TelemetryTargets Telemetry,
    bool IsDevelopment,
    TimeStampsSection TimeStamps)
{
    /// <summary>Reads and checks the configuration, each section by its class (<c>Authority</c> by
    /// <see cref="AuthoritySection"/>, and so on).</summary>
    /// <exception cref="SettingsException">The first setting that is wrong, by its key.</exception>
    public static AuthoritySettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var authority = configuration.Read<AuthoritySection>("Authority");
        return new AuthoritySettings(
            new AuthorityProfile(authority.Code, authority.Name, authority.BaseUrl, $"{authority.BaseUrl}/public"),
            configuration.Read<StorageSection>("Storage"),
            KeysOf(configuration.Read<KeysSection>("Keys"), isDevelopment),
            configuration.Read<TrustSection>("Trust"),
            configuration.Read<EvidenceSection>("Evidence"),
            configuration.Read<PublicSection>("Public"),
            isDevelopment ? null : IssuerOf(configuration.Read<AuthSection>("Auth")),
            KillPoint(configuration.Read<FaultsSection>("Faults"), isDevelopment),
            TelemetryTargets.Read(configuration),
            isDevelopment,
            configuration.Read<TimeStampsSection>("TimeStamps"));
    }

    private static TokenIssuer IssuerOf(AuthSection auth) => new(auth.Authority, auth.Audience);

    // The development issuer's own key lies beside the others.
    private static KeysSection KeysOf(KeysSection keys, bool isDevelopment) => isDevelopment && keys.Folder is null
        ? throw new SettingsException("Keys:Folder", "it is not set; in Development keys are in a folder")
        : keys;

    private static KillAtWrite? KillPoint(FaultsSection faults, bool isDevelopment)
    {
        if (faults.KillAt is null) return null;
        if (!isDevelopment) throw new SettingsException("Faults:KillAt", "it exists in Development only");
        try
        {
            return KillAtWrite.Parse(faults.KillAt);
        }
        catch (FormatException unreadable)
        {
            throw new SettingsException("Faults:KillAt", unreadable.Message);
        }
    }
}
