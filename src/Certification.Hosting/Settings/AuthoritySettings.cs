using Certification.Storage.Faults;
using Certification.Web.Access;
using Certification.Workflows.Activities;

namespace Certification.Hosting.Settings;

/// <summary>The configuration that an authority needs on any host, checked: with these values it can start.</summary>
/// <param name="Authority">Who this authority is (<c>Authority:Code</c>, <c>:Name</c>, <c>:BaseUrl</c>).</param>
/// <param name="Storage">The account: see <see cref="StorageSettings"/>.</param>
/// <param name="KeyFolder"><c>Keys:Folder</c>; made with fresh keys when it is not there.</param>
/// <param name="TrustListFile"><c>Trust:ListFile</c>: the signed trust list that this authority goes by and publishes; null
/// for an authority that trusts nobody but itself.</param>
/// <param name="TrustAnchorFile"><c>Trust:AnchorFile</c>: the certificate that must have signed the list; null for any.</param>
/// <param name="EvidenceLimit"><c>Evidence:LimitBytes</c>: most bytes in one evidence file; 20 GiB when left out.</param>
/// <param name="PublicReadsPerMinute"><c>Public:ReadsPerMinute</c>; 1,200 when left out.</param>
/// <param name="Issuer"><c>Auth:Authority</c> and <c>Auth:Audience</c>; null in Development.</param>
/// <param name="KillAt"><c>Faults:KillAt</c>; in Development only.</param>
/// <param name="IsDevelopment">True for <c>ASPNETCORE_ENVIRONMENT=Development</c>.</param>
public sealed record AuthoritySettings(
    AuthorityProfile Authority,
    StorageSettings Storage,
    string KeyFolder,
    string? TrustListFile,
    string? TrustAnchorFile,
    long EvidenceLimit,
    int PublicReadsPerMinute,
    TokenIssuer? Issuer,
    KillAtWrite? KillAt,
    bool IsDevelopment)
{
    /// <summary>Reads and checks the configuration.</summary>
    /// <exception cref="SettingsException">The first setting that is wrong, by its key.</exception>
    public static AuthoritySettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var settings = new SettingsReader(configuration);
        var baseUrl = settings.Url("Authority:BaseUrl");
        return new AuthoritySettings(
            new AuthorityProfile(
                settings.Text("Authority:Code", code => code.Length == 2 && code.All(char.IsAsciiLetterUpper), "two capital letters, such as XA"),
                settings.Text("Authority:Name"), baseUrl, $"{baseUrl}/public"),
            StorageSettings.Read(settings),
            settings.Text("Keys:Folder"),
            settings.OptionalFile("Trust:ListFile"),
            settings.OptionalFile("Trust:AnchorFile"),
            settings.Number("Evidence:LimitBytes", 20L << 30, 1, 1L << 42),
            (int)settings.Number("Public:ReadsPerMinute", 1_200, 1, 1_000_000),
            isDevelopment ? null : new TokenIssuer(settings.Url("Auth:Authority"), settings.Text("Auth:Audience")),
            KillPoint(settings, isDevelopment),
            isDevelopment);
    }

    private static KillAtWrite? KillPoint(SettingsReader settings, bool isDevelopment)
    {
        if (settings.Optional("Faults:KillAt") is not { } text) return null;
        if (!isDevelopment) throw new SettingsException("Faults:KillAt", "it exists in Development only");
        try
        {
            return KillAtWrite.Parse(text);
        }
        catch (FormatException unreadable)
        {
            throw new SettingsException("Faults:KillAt", unreadable.Message);
        }
    }
}
