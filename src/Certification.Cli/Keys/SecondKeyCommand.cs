using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;
using Certification.Signing.PostQuantum;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify keys second</c>: makes the post-quantum key with which an authority signs its certificates a second time.</summary>
public static class SecondKeyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var folder = new Option<string>("--folder") { Description = "The authority's key folder", HelpName = "DIR", Required = true };
        var root = KeysCommand.RootOption();
        var list = KeysCommand.ListOption();
        var command = new ExampledCommand(
            "second", "Make the key of second signatures (ML-DSA-65)", "./certify keys second --folder keys/xa --root keys/xa-root --list keys/xa/trust-list.jws") { folder, root, list };
        command.SetAction(async (parsed, cancellation) => (int)await Make(
            terminal, parsed.GetRequiredValue(folder), parsed.GetValue(root) ?? parsed.GetRequiredValue(folder), parsed.GetValue(list), cancellation));
        return command;
    }

    private static async Task<ExitCode> Make(
        CommandTerminal terminal, string folder, string rootFolder, string? list, CancellationToken cancellation)
    {
        using var root = KeyFolders.OpenRoot(rootFolder);
        var card = AuthorityCard.Read(AuthorityCard.In(rootFolder));
        var key = KeyRotation.OpenOrMakeSecond(folder).Public;
        if (card.SecondKeys?.Any(known => known.Key == key) == true)
        {
            throw new ProblemException(
                new Problem("The card names the folder's second key already.", folder, "Set Keys:SecondSignature to ml-dsa-65 and restart.", "keys.second-exists"),
                ExitCode.No);
        }

        card = card with { SecondKeys = [.. card.SecondKeys ?? [], new(key, DateTimeOffset.UtcNow.AddHours(-1))] };
        AuthorityCard.Write(AuthorityCard.In(rootFolder), card);
        terminal.Out.MarkupLineInterpolated($"The key {key.Id} is in {folder}. Set Keys:SecondSignature to ml-dsa-65 and restart.");
        await KeysCommand.SignList(terminal, list, rootFolder, root, card, cancellation);
        return ExitCode.Yes;
    }
}
