using System.CommandLine;
using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Submissions;

namespace Certification.Cli.Answering;

/// <summary><c>certify succession SUBMISSION</c>: the applicant, or an officer, names who takes a party's duties over.</summary>
public static class SuccessionCommand
{
    private const long SizeLimit = 1 << 20;

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var id = new Argument<string>("SUBMISSION") { Description = "Submission id, such as s-9f2c41" };
        var from = new Option<string>("--from") { Description = "The party that owns the duties now", HelpName = "ID", Required = true };
        var duties = new Option<string[]>("--duty") { Description = "What passes; repeat it. Without it, everything that it owns", HelpName = "CODE" };
        var successor = new Option<string>("--successor")
        {
            Description = "Who takes over: an entry for \"parties\" of dossier.json", HelpName = "FILE", Required = true,
        };
        var command = new ExampledCommand(
            "succession", "Name who takes over the duties of a party; the successor accepts by itself",
            "./certify succession s-9f2c41 --from borealis --duty human-oversight --successor cirrus.json")
        {
            id, from, duties, successor,
        };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (owner, next) = (parsed.GetRequiredValue(from), Read(parsed.GetRequiredValue(successor)));
            using var client = caller.ClientOf(parsed);
            var seen = await client.GetAccountabilityAsync(parsed.GetRequiredValue(id), cancellation);
            var owned = seen.Value.Duties.Where(duty => duty.Owners.Any(of => of.Party == seen.Value.Party(owner).Id)).Select(duty => duty.Code);
            var after = await client.NameSuccessorAsync(seen, owner, parsed.GetValue(duties) is { Length: > 0 } named ? named : [.. owned], next, cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(after.Value);
            else AccountabilityScreen.Show(terminal.Out, after.Value);
            return (int)ExitCode.Yes;
        });
        return command;
    }

    private static Party Read(string path)
    {
        try
        {
            return InputFile.ReadJson(path, SizeLimit).Deserialize<Party>(DomainJson.Strict) ?? throw new JsonException("The document is null.");
        }
        catch (JsonException unfit)
        {
            throw new ProblemException(
                new Problem(
                    $"The file is no party: {unfit.Message}", path,
                    "Write it like an entry of \"parties\" in tests/dossiers/example/dossier.json, with its mandates.", "succession.malformed-party"),
                ExitCode.No);
        }
    }
}
