using System.ComponentModel.DataAnnotations;

namespace Certification.Hosting.Settings;

/// <summary>How a wrong setting is described. No text quotes the value: it may be a secret in the wrong place.</summary>
public static class Wrong
{
    /// <summary>For settings that have no default.</summary>
    public const string NotSet = "it is not set";

    /// <summary>For ranges; {1} and {2} are their ends.</summary>
    public const string Number = "it is not a whole number from {1} to {2}";
}

/// <summary>An absolute http or https URL, to which paths are appended.</summary>
public sealed class HttpUrlAttribute() : ValidationAttribute("it is not an absolute http or https URL without a slash at the end")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or ""
        || (Uri.TryCreate((string)value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && !((string)value).EndsWith('/'));
}

/// <summary>The path of a file that is there when the process starts.</summary>
public sealed class ExistingFileAttribute() : ValidationAttribute("there is no such file")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || File.Exists((string)value);
}
