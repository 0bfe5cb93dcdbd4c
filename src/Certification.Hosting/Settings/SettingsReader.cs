using System.Globalization;

namespace Certification.Hosting.Settings;

/// <summary>Reads settings one by one; the first that is wrong stops the start.</summary>
/// <exception cref="SettingsException">From every method: the setting is missing or does not fit.</exception>
public sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>The setting without surrounding blanks; null when it is absent or blank.</summary>
    public string? Optional(string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();

    /// <summary>A setting that must be there.</summary>
    public string Text(string key) => Optional(key) ?? throw new SettingsException(key, "it is not set");

    /// <summary>A setting that must be there and fit.</summary>
    /// <param name="wanted">What would fit, as the end of "'…' is not …". The value is quoted: not for secrets.</param>
    public string Text(string key, Predicate<string> isFit, string wanted)
    {
        var text = Text(key);
        return isFit(text) ? text : throw new SettingsException(key, $"'{text}' is not {wanted}");
    }

    /// <summary>An absolute http(s) URL without a slash at the end.</summary>
    public string Url(string key) => Text(
        key,
        text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && !text.EndsWith('/'),
        "an absolute http or https URL without a slash at the end");

    /// <summary>The path of a file that exists; null when it is not set.</summary>
    public string? OptionalFile(string key) => Optional(key) is not { } path ? null
        : File.Exists(path) ? path
        : throw new SettingsException(key, $"there is no file '{path}'");

    /// <summary>A whole number in bounds, both included.</summary>
    public long Number(string key, long otherwise, long least, long most)
    {
        if (Optional(key) is not { } text) return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingsException(key, $"'{text}' is not a whole number from {least} to {most}");
    }
}
