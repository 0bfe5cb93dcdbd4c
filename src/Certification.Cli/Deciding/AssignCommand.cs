using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;

namespace Certification.Cli.Deciding;

/// <summary><c>certify assign ID</c>: an assessor takes a case, or an officer gives it to one.</summary>
public static class AssignCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Submission id" };
        var to = new Option<string?>("--to") { Description = "The assessor to assign (officers); without it you take the case", HelpName = "SUBJECT" };
        var issuer = new Option<string?>("--issuer") { Description = "Who vouches for that assessor's name: the iss of their token", HelpName = "URI" };
        var organisation = new Option<string?>("--organisation") { Description = "The assessor's organisation", HelpName = "ORG" };
        var command = new ExampledCommand(
            "assign", "Take a case for assessment, or give it to an assessor",
            "./certify assign s-9f2c41",
            "./certify assign s-9f2c41 --to ada --issuer urn:certification:dev:XA --organisation lab-one")
        {
            id, to, issuer, organisation,
        };
        command.Validators.Add(result =>
        {
            var given = new[] { result.GetValue(to), result.GetValue(issuer), result.GetValue(organisation) }.Count(value => value is not null);
            if (given is 1 or 2) result.AddError("--to, --issuer and --organisation together name an assessor: give all three or none.");
        });
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = caller.ClientOf(parsed);
            var submission = await client.GetSubmissionAsync(parsed.GetRequiredValue(id), cancellation);
            var assessor = parsed.GetValue(to) is { } subject
                ? new AssessorIdentity(parsed.GetRequiredValue(issuer)!, subject, parsed.GetRequiredValue(organisation)!)
                : null;
            var after = await client.AssignAsync(submission, assessor, cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(after.Value);
            else CaseScreen.Show(terminal.Out, after.Value);
            return (int)ExitCode.Yes;
        });
        return command;
    }
}
