using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Certificates;
using Spectre.Console;

namespace Certification.Cli.Deciding;

/// <summary><c>certify withdraw|suspend|restrict|reinstate NUMBER</c>: what an officer does to an issued certificate.</summary>
public static class StatusChangeCommands
{
    private static readonly (string Verb, StatusMove Move, string Status, string Description)[] Changes =
    [
        ("withdraw", StatusMove.Withdraw, "withdrawn", "Withdraw a certificate, for good"),
        ("suspend", StatusMove.Suspend, "suspended", "Suspend a certificate"),
        ("restrict", StatusMove.Restrict, "restricted", "Restrict a certificate's scope"),
        ("reinstate", StatusMove.Reinstate, "reinstated", "Lift a suspension or restriction"),
    ];

    /// <summary>The four commands.</summary>
    public static IEnumerable<Command> Create(CommandTerminal terminal) =>
        Changes.Select(change => Create(terminal, change.Verb, change.Move, change.Status, change.Description));

    private static ExampledCommand Create(CommandTerminal terminal, string verb, StatusMove move, string status, string description)
    {
        var number = new Argument<string>("NUMBER") { Description = "Certificate number" };
        var reason = new Option<string>("--reason") { Description = "Why; published with the status", HelpName = "TEXT", Required = true };
        var codes = StatusReasons.Of(move);
        var code = new Option<string?>("--code") { Description = $"Why, as the signed status record says it for ever (default: {codes[0]})", HelpName = "CODE" };
        code.AcceptOnlyFromAmong([.. codes]);
        var reference = new Option<string?>("--reference") { Description = "Case or incident that it rests on", HelpName = "ID" };
        var command = new ExampledCommand(
            verb, $"{description} (officers)", $"./certify {verb} XA-2026-000001 --reason \"…\" --code {codes[1]}")
        {
            number, reason, code, reference,
        };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var certificate = await client.GetCertificateAsync(parsed.GetRequiredValue(number), cancellation);
            var after = await client.ChangeStatusAsync(
                certificate,
                new StatusChangeBody(status, parsed.GetRequiredValue(reason), parsed.GetValue(reference), parsed.GetValue(code)), cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(after);
            else terminal.Out.MarkupLineInterpolated($"[bold]{after.Number}[/]  {after.Status}");
            return (int)ExitCode.Yes;
        });
        return command;
    }
}
