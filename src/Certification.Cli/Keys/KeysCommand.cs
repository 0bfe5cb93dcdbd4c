using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify keys</c>: an authority's keys, and what its commands have in common.</summary>
public static class KeysCommand
{
    /// <summary>Public entry for others' trust lists, beside the keys.</summary>
    public const string CardFile = "card.json";

    /// <summary>All certificates of the authority as PEM, for verifiers who want no trust list.</summary>
    public const string CertificatesFile = "certificates.pem";

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var keys = new Command("keys", "For operators: an authority's keys")
        {
            InitKeysCommand.Create(terminal), RotateKeyCommand.Create(terminal), ListKeysCommand.Create(terminal), CertifyKeyCommand.Create(terminal),
            SecondKeyCommand.Create(terminal),
        };
        foreach (var marking in WithdrawKeyCommands.Create(terminal)) keys.Add(marking);
        return keys;
    }

    /// <summary>Where the root is kept.</summary>
    internal static Option<string?> RootOption() =>
        new("--root") { Description = "Folder with the root and its card, if it is kept apart from the keys", HelpName = "DIR" };

    /// <summary>The list that is signed anew.</summary>
    internal static Option<string?> ListOption()
    {
        var list = new Option<string?>("--list") { Description = $"Trust list to sign anew (default: {TrustCommand.ListFile} beside the root, if it is there)", HelpName = "FILE" };
        // Asked before anything is made: a key without a list to name it would have to be explained.
        list.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && !File.Exists(path)) result.AddError($"--list: there is no file {path}.");
        });
        return list;
    }

    /// <summary>Signs the list anew, or says how to.</summary>
    internal static async Task SignList(
        CommandTerminal terminal, string? list, string rootFolder, OfflineRoot root, TrustedAuthority card, CancellationToken cancellation)
    {
        var beside = Path.Combine(rootFolder, TrustCommand.ListFile);
        if ((list ?? (File.Exists(beside) ? beside : null)) is not { } path)
        {
            terminal.Out.MarkupLineInterpolated($"It counts once a trust list says so: ./certify trust sign --folder {rootFolder}");
            return;
        }

        var sequence = await TrustListRevision.SignAnew(path, root, card, cancellation);
        terminal.Out.MarkupLineInterpolated($"{path} is signed anew with sequence {sequence}. Give the card to the other authorities too: {AuthorityCard.In(rootFolder)}");
    }

    /// <summary>Writes what a verifier pins who wants no trust list.</summary>
    internal static void WriteCertificates(string folder, string api)
    {
        using var keys = KeyFolders.Open(folder);
        var path = Path.Combine(folder, CertificatesFile);
        File.WriteAllText(path + ".new", keys.Certificates(api));
        File.Move(path + ".new", path, overwrite: true);
    }
}
