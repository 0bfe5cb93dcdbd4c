using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Signing.Keys;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify keys init</c>: the keys of a new authority, and the card by which others come to trust it.</summary>
public static class KeysCommand
{
    /// <summary>Public entry for others' trust lists, beside the keys.</summary>
    public const string CardFile = "card.json";

    /// <summary>All certificates of the authority as PEM, for verifiers who want no trust list.</summary>
    public const string CertificatesFile = "certificates.pem";

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var code = new Option<string>("--authority") { Description = "Code: two capital letters", HelpName = "CODE", Required = true };
        code.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: 2 } text || !text.All(char.IsAsciiLetterUpper))
            {
                result.AddError("--authority takes two capital letters, such as XA.");
            }
        });
        var name = new Option<string?>("--name") { Description = "Name in words", HelpName = "NAME" };
        var address = CommonOptions.Address("--url", "Where its API will listen", CommonOptions.DefaultAuthority);
        var folder = new Option<string>("--folder") { Description = "Where the keys go; only you can read them", HelpName = "DIR", Required = true };
        var init = new ExampledCommand(
            "init", "Make the keys of an authority",
            "./certify keys init --authority XA --url http://127.0.0.1:7071 --folder keys/xa") { code, name, address, folder };
        init.SetAction((parsed, cancellation) => Task.FromResult((int)Init(
            terminal, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(code),
            parsed.GetValue(name) ?? $"Authority {parsed.GetRequiredValue(code)}", parsed.GetRequiredValue(address))));
        return new Command("keys", "For operators: an authority's keys") { init };
    }

    private static ExitCode Init(CommandTerminal terminal, string folder, string code, string name, Uri address)
    {
        using var keys = KeyFolder.OpenOrCreate(folder, code, name, DateTimeOffset.UtcNow);
        if (keys.Code != code)
        {
            throw new ProblemException(
                new Problem(
                    $"The folder holds the keys of {keys.Code} already.", folder,
                    "Choose another folder; keys are never overwritten.", "keys.other-authority"),
                ExitCode.No);
        }
        var api = address.ToString().TrimEnd('/');
        var card = Path.Combine(folder, CardFile);
        File.WriteAllBytes(card, DomainJson.Bytes(keys.Describe(api, $"{api}/public")));
        File.WriteAllText(Path.Combine(folder, CertificatesFile), keys.Certificates());
        terminal.Out.MarkupLineInterpolated($"Keys of [bold]{keys.Code}[/] ({keys.Name}) are in {folder}.");
        terminal.Out.MarkupLineInterpolated($"Give {card} to other authorities: they add it to their trust lists.");
        return ExitCode.Yes;
    }
}
