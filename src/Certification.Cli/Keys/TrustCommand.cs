using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify trust sign</c>: an authority's signed list of whom it trusts.</summary>
public static class TrustCommand
{
    /// <summary>The signed list, beside the keys unless told otherwise.</summary>
    public const string ListFile = "trust-list.jws";

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var cards = new Argument<string[]>("CARD") { Description = "Cards of the authorities to trust", Arity = ArgumentArity.ZeroOrMore };
        var folder = new Option<string>("--folder") { Description = "Folder with the root of the authority that signs", HelpName = "DIR", Required = true };
        var output = new Option<string?>("--out") { Description = $"Where the list goes (default: {ListFile} in the folder)", HelpName = "FILE" };
        var sequence = new Option<long>("--sequence")
        {
            Description = "Rises with every list; an earlier one is refused as a rollback", HelpName = "N",
            DefaultValueFactory = _ => DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        };
        var days = new Option<int>("--days") { Description = "For how long the list is fresh", HelpName = "N", DefaultValueFactory = _ => 180 };
        var sign = new ExampledCommand(
            "sign", "Sign a trust list with an authority's anchor: itself, and the authorities whose cards are given",
            "./certify trust sign --folder keys/xa keys/xb/card.json") { cards, folder, output, sequence, days };
        sign.SetAction(async (parsed, cancellation) =>
        {
            var keyFolder = parsed.GetRequiredValue(folder);
            using var root = KeyFolders.OpenRoot(keyFolder);
            var now = DateTimeOffset.UtcNow;
            var own = AuthorityCard.Read(AuthorityCard.In(keyFolder));
            var list = new TrustList(
                root.Code, parsed.GetValue(sequence), now, now.AddDays(parsed.GetValue(days)),
                [own, .. (parsed.GetValue(cards) ?? []).Select(AuthorityCard.Read)]);
            var path = parsed.GetValue(output) ?? Path.Combine(keyFolder, ListFile);
            await File.WriteAllTextAsync(path, await SignAsync(list, root, cancellation), cancellation);
            terminal.Out.MarkupLineInterpolated(
                $"{path}: [bold]{list.Publisher}[/] trusts {string.Join(", ", list.Authorities.Select(authority => authority.Code))} until {list.NextUpdate:yyyy-MM-dd}.");
            return (int)ExitCode.Yes;
        });
        return new Command("trust", "For operators: whom an authority trusts") { sign };
    }

    private static async Task<string> SignAsync(TrustList list, OfflineRoot root, CancellationToken cancellation)
    {
        try
        {
            return await TrustListSigner.SignAsync(list, root.Key, cancellation);
        }
        catch (ArgumentException refused)
        {
            throw new ProblemException(
                new Problem(refused.Message, "the cards given", "Get each card anew from its authority.", "trust.list-refused"), ExitCode.No);
        }
    }
}
