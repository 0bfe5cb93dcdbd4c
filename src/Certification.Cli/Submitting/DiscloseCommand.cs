using System.CommandLine;
using System.Text;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Submissions;
using Spectre.Console;

namespace Certification.Cli.Submitting;

/// <summary><c>certify disclose ID ITEM</c>: writes what opens one withheld item of a certificate, to be given to somebody.</summary>
public static class DiscloseCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Submission id of your certified case" };
        var item = new Argument<string>("ITEM") { Description = $"An evidence kind, or {string.Join(", ", DeclaredFields.All)}" };
        var to = new Option<string>("--out") { Description = "Where the opening is written", HelpName = "FILE", Required = true };
        var command = new ExampledCommand(
            "disclose", "Write what opens one withheld item of your certificate to whoever gets it",
            "./certify disclose s-9f2c41 bill-of-materials --out opening.json",
            "./certify verify XA-2026-000001.xml --trust trust-list.jws --opening opening.json --content bom.cdx.json")
        {
            id, item, to,
        };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var view = (await client.GetSubmissionAsync(parsed.GetRequiredValue(id), cancellation)).Value;
            var opening = Open(view, parsed.GetRequiredValue(item));
            await File.WriteAllBytesAsync(parsed.GetRequiredValue(to), DomainJson.Bytes(opening), cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(opening);
            else terminal.Out.MarkupLineInterpolated($"[bold]{opening.Item}[/] of {opening.Certificate} is opened by {parsed.GetRequiredValue(to)}; whoever has it can prove what the certificate withholds.");
            return (int)ExitCode.Yes;
        });
        return command;
    }

    private static Opening Open(SubmissionView view, string item)
    {
        if (!CertificateNumber.TryParse(view.CertificateNumber, out var number))
            throw Refused($"{view.Id} has no certificate yet, so nothing was withheld in one.", "Wait until it is issued.", "disclose.no-certificate");
        if (DeclaredFields.All.Contains(item))
        {
            return view.Salt is { } salt && view.Declaration.ValueOf(item) is { } value
                ? new Opening(number, item, Convert.ToHexStringLower(DeclaredFields.SaltOf(salt, item)), Value: value)
                : throw Refused($"Nothing was declared as {item}, or the case has no salt.", "Name an item that the certificate withholds.", "disclose.nothing-there");
        }
        return view.Evidence.FirstOrDefault(file => file.Kind == item && file.Visibility != Visibility.Public) is { Salt: { } itemSalt } found
            ? new Opening(number, item, itemSalt, Digest: found.Digest)
            : throw Refused($"The certificate withholds no \"{item}\".", $"Name an evidence kind that is withheld, or one of {string.Join(", ", DeclaredFields.All)}.", "disclose.nothing-there");
    }

    private static ProblemException Refused(string what, string next, string code) => new(new Problem(what, "ITEM", next, code), ExitCode.No);
}
