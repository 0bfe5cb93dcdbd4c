using System.ComponentModel.DataAnnotations;
using Certification.Hosting.Settings;

namespace Certification.Server;

/// <summary>The server's configuration, checked: with these values it can start.</summary>
/// <param name="Authority">What an authority needs on any host.</param>
public sealed record ServerSettings(AuthoritySettings Authority, NodeSection Node, EngineSection Engine)
{
    /// <summary>Reads and checks the configuration.</summary>
    /// <exception cref="SettingsException">The first setting that is wrong, by its key.</exception>
    public static ServerSettings Read(IConfiguration configuration, bool isDevelopment) => new(
        AuthoritySettings.Read(configuration, isDevelopment),
        configuration.Read<NodeSection>("Node"),
        configuration.Read<EngineSection>("Engine"));
}

/// <summary><c>Node</c>: this node among those of one authority.</summary>
public sealed class NodeSection
{
    /// <summary>A folder on local disk, of this node alone.</summary>
    [Required(ErrorMessage = Wrong.NotSet)]
    public string Folder { get; init; } = "";
}

/// <summary><c>Engine</c>: the embedded engine.</summary>
public sealed class EngineSection
{
    /// <summary>How long the lead outlives a leader that fell silent; storage takes 15 to 60 seconds.</summary>
    [Range(15, 60, ErrorMessage = Wrong.Number)]
    public int LeaseSeconds { get; init; } = 15;
}
