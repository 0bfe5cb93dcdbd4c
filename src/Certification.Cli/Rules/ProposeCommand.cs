using System.CommandLine;
using System.Text.Json;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Rulebooks.Governance;

namespace Certification.Cli.Rules;

/// <summary><c>certify rules propose FILE...</c>: an officer proposes additions, a floor, or both.</summary>
public static class ProposeCommand
{
    private const long SizeLimit = 1 << 20;

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Additions, a floor, or one of each", Arity = new ArgumentArity(1, 2) };
        var reason = new Option<string>("--reason") { Description = "Why; published when it is adopted", HelpName = "TEXT", Required = true };
        var emergency = new Option<string?>("--emergency") { Description = "Why it cannot wait 48 hours; needs --sunset", HelpName = "TEXT" };
        var sunset = CommonOptions.Instant("--sunset", "When an emergency version lapses, at most 90 days after its effect");
        var command = new ExampledCommand(
            "propose", "Propose a rulebook (officers); another officer adopts it",
            "./certify rules propose xa-1.1.0.json --reason \"Agents need more scrutiny.\"",
            "./certify rules propose xa-1.1.1.json --reason \"…\" --emergency \"…\" --sunset 2026-06-30")
        {
            files, reason, emergency, sunset,
        };
        var caller = CallerOptions.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(emergency) is null != result.GetValue(sunset) is null) result.AddError("--emergency and --sunset go together.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var (floor, additions) = Sort(parsed.GetRequiredValue(files));
            var track = parsed.GetValue(emergency) is { } why ? new EmergencyTrack(why, parsed.GetValue(sunset)!.Value) : null;
            using var client = caller.ClientOf(parsed);
            var proposal = await client.ProposeAsync(
                new ProposalBody(parsed.GetRequiredValue(reason), floor, additions, track), Guid.NewGuid().ToString(), cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(proposal.Value);
            else RulesScreen.Show(terminal.Out, proposal.Value);
            return (int)ExitCode.Yes;
        });
        return command;
    }

    private static (JsonElement? Floor, JsonElement? Additions) Sort(string[] paths)
    {
        JsonElement? floor = null, additions = null;
        foreach (var path in paths)
        {
            var document = InputFile.ReadJson(path, SizeLimit);
            var isAdditions = document.ValueKind == JsonValueKind.Object && document.TryGetProperty("floorVersion", out _);
            if ((isAdditions ? additions : floor) is not null)
            {
                throw new ProblemException(
                    new Problem("Two documents of one kind cannot be proposed together.", path, "Give additions, a floor, or one of each.", "rules.same-kind"),
                    ExitCode.Usage);
            }
            if (isAdditions) additions = document;
            else floor = document;
        }
        return (floor, additions);
    }
}
