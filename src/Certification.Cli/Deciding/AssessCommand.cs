using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Reviews;

namespace Certification.Cli.Deciding;

/// <summary><c>certify assess ID</c>: an assessor concludes.</summary>
public static class AssessCommand
{
    private static readonly Dictionary<string, Recommendation> Recommendations = new()
    {
        ["certify"] = Recommendation.Certify,
        ["refuse"] = Recommendation.Refuse,
        ["more-evidence"] = Recommendation.MoreEvidence,
    };

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Submission id" };
        var recommend = new Option<string>("--recommend")
        {
            Description = string.Join(", ", Recommendations.Keys), HelpName = "WHAT", Required = true,
        };
        recommend.AcceptOnlyFromAmong([.. Recommendations.Keys]);
        var rationale = new Option<string>("--rationale") { Description = "Why, in a sentence or more", HelpName = "TEXT", Required = true };
        var wanted = new Option<string[]>("--want")
        {
            Description = "With more-evidence: what is wanted; once for each", HelpName = "TEXT", DefaultValueFactory = _ => [],
        };
        var command = new ExampledCommand(
            "assess", "Conclude your assessment of a case",
            "./certify assess s-9f2c41 --recommend certify --rationale \"Evaluation covers the declared use.\"",
            "./certify assess s-9f2c41 --recommend more-evidence --rationale \"One run only.\" --want \"A second run.\"")
        {
            id, recommend, rationale, wanted,
        };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var submission = await client.GetSubmissionAsync(parsed.GetRequiredValue(id), cancellation);
            var conclusion = new ConclusionBody(
                Recommendations[parsed.GetRequiredValue(recommend)], parsed.GetRequiredValue(rationale), [], parsed.GetRequiredValue(wanted));
            var after = await client.ConcludeAsync(submission, conclusion, cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(after.Value);
            else CaseScreen.Show(terminal.Out, after.Value);
            return (int)ExitCode.Yes;
        });
        return command;
    }
}
