using Certification.Hosting.Settings;

namespace Certification.Server;

/// <summary>The server's configuration, checked: with these values it can start.</summary>
/// <param name="Authority">What an authority needs on any host.</param>
/// <param name="NodeFolder"><c>Node:Folder</c>: on local disk, of this node alone.</param>
/// <param name="EngineLease"><c>Engine:LeaseSeconds</c>; 15 when left out.</param>
public sealed record ServerSettings(AuthoritySettings Authority, string NodeFolder, TimeSpan EngineLease)
{
    /// <summary>Reads and checks the configuration.</summary>
    /// <exception cref="SettingsException">The first setting that is wrong, by its key.</exception>
    public static ServerSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var settings = new SettingsReader(configuration);
        return new ServerSettings(
            AuthoritySettings.Read(configuration, isDevelopment),
            settings.Text("Node:Folder"),
            TimeSpan.FromSeconds(settings.Number("Engine:LeaseSeconds", 15, 15, 60)));
    }
}
