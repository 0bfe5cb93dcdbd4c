using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Rulebooks.Governance;

namespace Certification.Cli.Rules;

/// <summary><c>certify rules adopt|reject ID</c>: what another officer makes of a proposal.</summary>
public static class ProposalDecisionCommands
{
    /// <summary>Both commands.</summary>
    public static IEnumerable<Command> Create(CommandTerminal terminal) =>
    [
        Create(terminal, "adopt", ProposalResult.Adopted, "Adopt a proposed rulebook (another officer than its proposer)"),
        Create(terminal, "reject", ProposalResult.Rejected, "Reject a proposed rulebook (officers)"),
    ];

    private static ExampledCommand Create(CommandTerminal terminal, string verb, ProposalResult result, string description)
    {
        var id = new Argument<string>("ID") { Description = "Proposal id" };
        var reason = new Option<string>("--reason") { Description = "Why", HelpName = "TEXT", Required = true };
        var command = new ExampledCommand(verb, description, $"./certify rules {verb} rp-4bd19a07c2e1 --reason \"…\"") { id, reason };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var proposal = await client.GetProposalAsync(parsed.GetRequiredValue(id), cancellation);
            var after = await client.DecideProposalAsync(
                proposal, new ProposalDecisionBody(result, parsed.GetRequiredValue(reason)), cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(after.Value);
            else RulesScreen.Show(terminal.Out, after.Value);
            return (int)ExitCode.Yes;
        });
        return command;
    }
}
