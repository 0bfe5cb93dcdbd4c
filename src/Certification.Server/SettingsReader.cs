using System.Globalization;

namespace Certification.Server;

/// <summary>Reads settings one by one; the first that is wrong stops the start.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    internal string? Optional(string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();

    internal string Text(string key) => Optional(key) ?? throw new SettingsException(key, "it is not set");

    internal string Text(string key, Predicate<string> isFit, string wanted)
    {
        var text = Text(key);
        return isFit(text) ? text : throw new SettingsException(key, $"'{text}' is not {wanted}");
    }

    /// <summary>An absolute http(s) URL without a slash at the end.</summary>
    internal string Url(string key) => Text(
        key,
        text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && !text.EndsWith('/'),
        "an absolute http or https URL without a slash at the end");

    internal string? OptionalFile(string key) => Optional(key) is not { } path ? null
        : File.Exists(path) ? path
        : throw new SettingsException(key, $"there is no file '{path}'");

    internal long Number(string key, long otherwise, long least, long most)
    {
        if (Optional(key) is not { } text) return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingsException(key, $"'{text}' is not a whole number from {least} to {most}");
    }
}

/// <summary>A setting with which the server cannot start.</summary>
/// <param name="key">As in configuration files; in environment variables with two underscores for each colon.</param>
/// <param name="problem">What is wrong with it.</param>
public sealed class SettingsException(string key, string problem)
    : Exception($"Setting {key} (environment variable {key.Replace(":", "__", StringComparison.Ordinal)}): {problem}.")
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;
}
