using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Certification.Cli.Terminal;

/// <summary>Options that several commands share, each made anew because an option belongs to one command tree.</summary>
public static class CommonOptions
{
    /// <summary>Where an authority listens when nothing else is said: what <c>./run</c> starts.</summary>
    public const string DefaultAuthority = "http://127.0.0.1:7071";

    /// <summary>Environment variable with a bearer token, so that it need not stand in the shell's history.</summary>
    public const string TokenVariable = "CERTIFY_TOKEN";

    /// <summary>How old a status list may be when nothing else is said.</summary>
    public static readonly TimeSpan UsualMaxAge = TimeSpan.FromHours(24);

    /// <summary><c>--authority URL</c>.</summary>
    public static Option<Uri> Authority() => Address("--authority", "The authority's address", DefaultAuthority);

    /// <summary>An option that takes an http or https address.</summary>
    /// <param name="byDefault">Taken when the option is not given; null when it must be.</param>
    public static Option<Uri> Address(string name, string description, string? byDefault)
    {
        var option = new Option<Uri>(name)
        {
            Description = description, HelpName = "URL", Required = byDefault is null, CustomParser = ParseAddress,
        };
        if (byDefault is not null) option.DefaultValueFactory = _ => new Uri(byDefault);
        return option;
    }

    /// <summary>How the option for a token is written.</summary>
    public const string TokenName = "--token";

    /// <summary><c>--token T</c>.</summary>
    public static Option<string?> Token() => new(TokenName)
    {
        Description = $"Bearer token (default: the variable {TokenVariable})",
        HelpName = "TOKEN",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(TokenVariable),
    };

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json() => new("--json") { Description = "One JSON object on standard output, nothing else" };

    /// <summary>An option that takes a day or an instant; without an offset it is in UTC.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) =>
        new(name) { Description = description, HelpName = "INSTANT", CustomParser = ParseInstant };

    /// <summary><c>--max-age AGE</c>; <see cref="UsualMaxAge"/> when it is not given.</summary>
    public static Option<TimeSpan?> MaxAge() => new("--max-age")
    {
        Description = "How old a status list may be, in m, h or d (default: 24h)", HelpName = "AGE", CustomParser = ParseAge,
    };

    private static DateTimeOffset? ParseInstant(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }
        result.AddError($"'{text}' is no instant; write 2026-03-01 or 2026-03-01T12:00:00Z.");
        return null;
    }

    private static Uri? ParseAddress(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        result.AddError($"'{text}' is no http or https address.");
        return null;
    }

    private static TimeSpan? ParseAge(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Length > 1 && double.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 100_000)
        {
            switch (text[^1])
            {
                case 'm': return TimeSpan.FromMinutes(count);
                case 'h': return TimeSpan.FromHours(count);
                case 'd': return TimeSpan.FromDays(count);
            }
        }
        result.AddError($"'{text}' is no age; write 30m, 24h or 7d.");
        return null;
    }
}
