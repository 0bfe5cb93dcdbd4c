using System.CommandLine;
using Certification.Cli.Http;

namespace Certification.Cli.Terminal;

/// <summary>The options of a command that asks an authority: which one, as whom, and whether the answer is for a program.</summary>
public sealed class CallerOptions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly Option<Uri> _authority = CommonOptions.Authority();
    private readonly Option<string?> _token = CommonOptions.Token();
    private readonly Option<bool> _json = CommonOptions.Json();

    /// <summary>Adds them to a command.</summary>
    public static CallerOptions AddTo(Command command)
    {
        var options = new CallerOptions();
        command.Options.Add(options._authority);
        command.Options.Add(options._token);
        command.Options.Add(options._json);
        return options;
    }

    /// <summary>True when the answer is one JSON object.</summary>
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>The authority's address.</summary>
    public Uri AuthorityOf(ParseResult parsed) => parsed.GetRequiredValue(_authority);

    /// <summary>The token given.</summary>
    /// <exception cref="ProblemException">None was given.</exception>
    public string TokenOf(ParseResult parsed) => parsed.GetValue(_token) is { Length: > 0 } token
        ? token
        : throw new ProblemException(
            new Problem(
                "This needs to know who you are, and no token was given.", "--token",
                $"Give --token or set {CommonOptions.TokenVariable}. In development: certify token --role ROLE --name NAME.",
                "auth.token-missing"),
            ExitCode.Usage);

    /// <summary>A client that acts as the caller.</summary>
    public AuthorityClient ClientOf(ParseResult parsed) => new(AuthorityOf(parsed), TokenOf(parsed), Patience);

    /// <summary>A client that acts as the caller where a token was given, else as anybody.</summary>
    public AuthorityClient AnybodyOf(ParseResult parsed) =>
        new(AuthorityOf(parsed), parsed.GetValue(_token) is { Length: > 0 } token ? token : null, Patience);

    /// <summary>A client for what is public.</summary>
    public AuthorityClient PublicClientOf(ParseResult parsed) => new(AuthorityOf(parsed), null, Patience);
}
