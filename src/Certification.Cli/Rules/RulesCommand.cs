using System.CommandLine;
using Certification.Cli.Terminal;
using Certification.Domain.Rulebooks.CertLogic;
using Spectre.Console;

namespace Certification.Cli.Rules;

/// <summary><c>certify rules</c>: testing rules, proposing and adopting them.</summary>
public static class RulesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Rulebooks, additions to a rulebook, single rules with a folder of tests beside them, or CertLogic test suites", Arity = ArgumentArity.OneOrMore,
        };
        var json = CommonOptions.Json();
        var test = new ExampledCommand(
            "test", "Run the tests of rules",
            "./certify rules test my-additions.json", "./certify rules test certLogic/testSuite/*.json --json", "./certify rules test ES/*/rule.json") { files, json };
        test.SetAction(parsed =>
        {
            var outcomes = parsed.GetRequiredValue(files).Select(RulesDocument.Test).ToList();
            if (parsed.GetValue(json)) terminal.WriteJson(new { files = outcomes });
            else Show(terminal.Out, outcomes);
            return (int)(outcomes.TrueForAll(outcome => outcome.Passed) ? ExitCode.Yes : ExitCode.No);
        });
        var rules = new Command("rules", "For authors of rules, and for the officers who adopt them")
        {
            test, ListRulesCommand.Create(terminal), ProposeCommand.Create(terminal), SimulateCommand.Create(terminal),
        };
        foreach (var decision in ProposalDecisionCommands.Create(terminal)) rules.Subcommands.Add(decision);
        return rules;
    }

    private static void Show(IAnsiConsole console, List<RulesOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            var failed = outcome.Results.Where(result => result.Passed is false).ToList();
            var skipped = outcome.Results.Count(result => result.Passed is null);
            var word = outcome.Passed ? "[green]passed[/]" : "[red]failed[/]";
            console.MarkupInterpolated($"[bold]{outcome.File}[/]  ");
            console.MarkupLine($"{word}  {Count(outcome.Results, true)} passed, {failed.Count} failed, {skipped} skipped");
            foreach (var error in outcome.Errors) console.MarkupLineInterpolated($"  [red]refused[/]  {error}");
            foreach (var result in failed) console.MarkupLineInterpolated($"  [red]failed[/]   {result.Name}: {result.Detail}");
        }
    }

    private static int Count(IReadOnlyList<LogicTestResult> results, bool passed) => results.Count(result => result.Passed == passed);
}
