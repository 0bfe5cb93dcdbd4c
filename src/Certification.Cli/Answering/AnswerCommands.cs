using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;

namespace Certification.Cli.Answering;

/// <summary><c>certify accept</c>, <c>certify decline</c> and <c>certify leave</c>: an accountable party speaks for itself.</summary>
public static class AnswerCommands
{
    /// <summary>The commands.</summary>
    public static IEnumerable<Command> Create(CommandTerminal terminal) =>
    [
        Accept(terminal),
        WithReason(
            terminal, "decline", "Decline the duties that a case wants of your organisation",
            "./certify decline s-9f2c41 --party borealis --reason \"No trained people before May.\"",
            (client, seen, party, reason, cancellation) => client.DeclineDutiesAsync(seen, party, reason, cancellation)),
        WithReason(
            terminal, "leave", "Say that your organisation answers for its duties no longer",
            "./certify leave s-9f2c41 --party borealis --reason \"The contract ended.\"",
            (client, seen, party, reason, cancellation) => client.LeaveAsync(seen, party, reason, cancellation)),
    ];

    private static ExampledCommand Accept(CommandTerminal terminal)
    {
        var (id, party) = (Id(), Party());
        var show = new Option<bool>("--show") { Description = "Only show what would be accepted" };
        var command = new ExampledCommand(
            "accept", "Read and accept the duties that a case wants of your organisation",
            "./certify accept s-9f2c41 --party borealis --show", "./certify accept s-9f2c41 --party borealis")
        {
            id, party, show,
        };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var seen = await client.GetAccountabilityAsync(parsed.GetRequiredValue(id), cancellation);
            if (!parsed.GetValue(show)) seen = await client.AcceptDutiesAsync(seen, parsed.GetRequiredValue(party), cancellation);
            return Show(terminal, caller.WantsJson(parsed), seen.Value);
        });
        return command;
    }

    private static ExampledCommand WithReason(
        CommandTerminal terminal, string name, string description, string example,
        Func<AuthorityClient, Tagged<AccountabilityView>, string, string, CancellationToken, Task<Tagged<AccountabilityView>>> answer)
    {
        var (id, party) = (Id(), Party());
        var reason = new Option<string>("--reason") { Description = "Why, in one sentence", HelpName = "TEXT", Required = true };
        var command = new ExampledCommand(name, description, example) { id, party, reason };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var seen = await client.GetAccountabilityAsync(parsed.GetRequiredValue(id), cancellation);
            var after = await answer(client, seen, parsed.GetRequiredValue(party), parsed.GetRequiredValue(reason), cancellation);
            return Show(terminal, caller.WantsJson(parsed), after.Value);
        });
        return command;
    }

    private static Argument<string> Id() => new("SUBMISSION") { Description = "Submission id, such as s-9f2c41" };

    private static Option<string> Party() =>
        new("--party") { Description = "Your organisation's id among the parties of the case", HelpName = "ID", Required = true };

    private static int Show(CommandTerminal terminal, bool asJson, AccountabilityView view)
    {
        if (asJson) terminal.WriteJson(view);
        else AccountabilityScreen.Show(terminal.Out, view);
        return (int)ExitCode.Yes;
    }
}
