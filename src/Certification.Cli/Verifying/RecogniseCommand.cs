using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Verifying;

/// <summary><c>certify recognise NUMBER</c>: what an authority says of another authority's certificate.</summary>
public static class RecogniseCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var number = new Argument<string>("NUMBER") { Description = "Certificate number, such as XA-2026-000123" };
        var from = new Option<string>("--from")
        {
            Description = "Whose recognition is asked for; a code is looked up in the trust list of --authority",
            HelpName = "CODE|URL", Required = true,
        };
        var authority = CommonOptions.Authority();
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "recognise", "Show whether an authority recognises another's certificate, and why",
            "./certify recognise XA-2026-000001 --from XB",
            "./certify recognise XA-2026-000001 --from http://127.0.0.1:7072 --json") { number, from, authority, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = await AddressOfAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(authority), cancellation);
            using var client = new AuthorityClient(address, null, TimeSpan.FromSeconds(3));
            var recognition = await client.GetRecognitionAsync(parsed.GetRequiredValue(number), cancellation);
            if (parsed.GetValue(json)) terminal.WriteJson(recognition);
            else Show(terminal.Out, recognition);
            return (int)(recognition.Verdict switch
            {
                "recognised" or "conditional" => ExitCode.Yes,
                "refused" => ExitCode.No,
                _ => ExitCode.Undetermined,
            });
        });
        return command;
    }

    private static async Task<Uri> AddressOfAsync(string from, Uri authority, CancellationToken cancellation)
    {
        if (Uri.TryCreate(from, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        var list = new Uri(authority, "/public/trust/trust-list.jws");
        var trust = TrustStoreFile.OpenPinned(await Snapshot.FetchAsync(list, cancellation), out var fault)
            ?? throw new ProblemException(
                new Problem(fault!.Message, list.ToString(), "Give --from as an address.", fault.Code), ExitCode.Undetermined);
        return trust.Authority(from) is { } named
            ? new Uri(named.Api)
            : throw new ProblemException(
                new Problem(
                    $"The trust list does not name '{from}', but {string.Join(", ", trust.Authorities.Select(known => known.Code))}.",
                    list.ToString(), "Give a code of the list, or an address.", "trust.authority-unknown"),
                ExitCode.Usage);
    }

    private static void Show(IAnsiConsole console, RecognitionView recognition)
    {
        var colour = recognition.Verdict switch { "recognised" => "green", "refused" => "red", _ => "yellow" };
        console.MarkupLineInterpolated($"[bold]{recognition.Number}[/]  [{colour}]{recognition.Verdict}[/]  as of {recognition.AsOf:yyyy-MM-dd HH:mm} UTC");
        foreach (var reason in recognition.Reasons) console.WriteField("because", $"{reason.Message} ({reason.Code})");
    }
}
