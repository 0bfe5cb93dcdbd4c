namespace Certification.Hosting.Settings;

/// <summary>A setting with which an authority cannot start.</summary>
/// <param name="key">As in configuration files; in environment variables with two underscores for each colon.</param>
/// <param name="problem">What is wrong with it.</param>
public sealed class SettingsException(string key, string problem)
    : Exception($"Setting {key} (environment variable {key.Replace(":", "__", StringComparison.Ordinal)}): {problem}.")
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;
}
