using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify keys init</c>: the keys of a new authority, or its root alone, and the card by which others come to trust it.</summary>
public static class InitKeysCommand
{
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
        var root = KeysCommand.RootOption();
        var rootOnly = new Option<bool>("--root-only") { Description = "Make the root alone; the keys that sign are in a vault" };
        var init = new ExampledCommand(
            "init", "Make the keys of an authority",
            "./certify keys init --authority XA --url http://127.0.0.1:7071 --folder keys/xa --root keys/xa-root",
            "./certify keys init --root-only --authority XA --url https://certification.example --folder root")
        {
            code, name, address, folder, root, rootOnly,
        };
        init.SetAction((parsed, cancellation) =>
        {
            Maker make = parsed.GetValue(rootOnly) ? InitRoot : parsed.GetValue(root) is { } apart ? InitApart(apart) : Init;
            return Task.FromResult((int)make(
                terminal, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(code),
                parsed.GetValue(name) ?? $"Authority {parsed.GetRequiredValue(code)}", parsed.GetRequiredValue(address)));
        });
        return init;
    }

    private delegate ExitCode Maker(CommandTerminal terminal, string folder, string code, string name, Uri address);

    private static ExitCode InitRoot(CommandTerminal terminal, string folder, string code, string name, Uri address)
    {
        if (File.Exists(AuthorityCard.In(folder)))
        {
            throw new ProblemException(
                new Problem("The folder holds an authority's root already.", folder, "Choose another folder; keys are never overwritten.", "keys.root-exists"),
                ExitCode.No);
        }
        using var root = OfflineRoot.Create(folder, code, name, DateTimeOffset.UtcNow);
        var api = address.ToString().TrimEnd('/');
        AuthorityCard.Write(AuthorityCard.In(folder), root.Describe(api, $"{api}/public"));
        terminal.Out.MarkupLineInterpolated($"The root of [bold]{root.Code}[/] ({root.Name}) is in {folder}. Keep it offline.");
        terminal.Out.MarkupLine("Keys that stay in a vault are certified under it: ./certify keys certify --help.");
        return ExitCode.Yes;
    }

    // The root first: an interrupted ceremony goes on with the root that is there.
    private static Maker InitApart(string rootFolder) => (terminal, folder, code, name, address) =>
    {
        if (Directory.Exists(folder))
        {
            throw new ProblemException(
                new Problem("The folder is there already.", folder, "Choose another folder; keys are never overwritten.", "keys.folder-exists"), ExitCode.No);
        }

        if (!File.Exists(AuthorityCard.In(rootFolder))) InitRoot(terminal, rootFolder, code, name, address);
        using var root = KeyFolders.OpenRoot(rootFolder);
        if (root.Code != code)
        {
            throw new ProblemException(
                new Problem($"The folder holds the root of {root.Code}.", rootFolder, "Choose another folder for the root.", "keys.other-authority"), ExitCode.No);
        }

        using var keys = root.MakeKeys(folder, DateTimeOffset.UtcNow);
        var card = AuthorityCard.Read(AuthorityCard.In(rootFolder));
        var made = keys.Describe(card.Api, card.Site);
        AuthorityCard.Write(AuthorityCard.In(rootFolder), made with { Services = [.. card.Services, .. made.Services] });
        KeysCommand.WriteCertificates(folder, card.Api);
        terminal.Out.MarkupLineInterpolated($"Keys of [bold]{keys.Code}[/] ({keys.Name}) are in {folder}, which holds the root's certificate and not its key.");
        terminal.Out.MarkupLineInterpolated($"Give {AuthorityCard.In(rootFolder)} to other authorities: they add it to their trust lists.");
        return ExitCode.Yes;
    };

    private static ExitCode Init(CommandTerminal terminal, string folder, string code, string name, Uri address)
    {
        if (KeyFolder.Complete(folder, DateTimeOffset.UtcNow))
        {
            terminal.Out.MarkupLineInterpolated($"{folder} is older than logs: the keys of a log were added. Others need the new card.");
        }
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
        var card = AuthorityCard.In(folder);
        AuthorityCard.Write(card, WithMarks(keys.Describe(api, $"{api}/public"), card));
        KeysCommand.WriteCertificates(folder, api);
        terminal.Out.MarkupLineInterpolated($"Keys of [bold]{keys.Code}[/] ({keys.Name}) are in {folder}, the root among them. With --root DIR it is kept apart.");
        terminal.Out.MarkupLineInterpolated($"Give {card} to other authorities: they add it to their trust lists.");
        return ExitCode.Yes;
    }

    // A card that is written again keeps what was said of a key: a compromise is never forgotten.
    private static TrustedAuthority WithMarks(TrustedAuthority made, string path)
    {
        if (!File.Exists(path)) return made;
        var card = AuthorityCard.Read(path);
        var known = card.Services;
        return made with { SecondKeys = card.SecondKeys, Services = [.. known, .. made.Services.ExceptBy(known.Select(service => service.Certificate), service => service.Certificate)] };
    }
}
