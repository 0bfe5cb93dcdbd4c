using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Reviews;

namespace Certification.Cli.Deciding;

/// <summary><c>certify decide ID</c>: the certification decision, by somebody who did not assess.</summary>
public static class DecideCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Submission id" };
        var result = new Argument<string>("RESULT") { Description = "certify or refuse" };
        result.AcceptOnlyFromAmong("certify", "refuse");
        var reasons = new Option<string[]>("--reason")
        {
            Description = "A reason; once for each (a refusal needs one)", HelpName = "TEXT", DefaultValueFactory = _ => [],
        };
        var conditions = new Option<string[]>("--condition")
        {
            Description = "A condition that the certificate carries; once for each", HelpName = "TEXT", DefaultValueFactory = _ => [],
        };
        var command = new ExampledCommand(
            "decide", "Take the certification decision",
            "./certify decide s-9f2c41 certify --condition \"Human review of every rejection.\"",
            "./certify decide s-9f2c41 refuse --reason \"Results per group were withheld.\"")
        {
            id, result, reasons, conditions,
        };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var submission = await client.GetSubmissionAsync(parsed.GetRequiredValue(id), cancellation);
            var decision = new DecisionBody(
                parsed.GetRequiredValue(result) == "certify" ? DecisionResult.Certify : DecisionResult.Refuse,
                parsed.GetRequiredValue(reasons), parsed.GetRequiredValue(conditions));
            var after = await client.DecideAsync(submission, decision, cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(after.Value);
            else CaseScreen.Show(terminal.Out, after.Value);
            return (int)ExitCode.Yes;
        });
        return command;
    }
}
