using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;

namespace Certification.Cli.Keys;

/// <summary><c>certify token</c>: a bearer token of a development authority's own issuer.</summary>
public static class TokenCommand
{
    private static readonly string[] Roles = ["applicant", "party", "assessor", "decider", "officer", "regulator", "auditor"];

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var role = new Option<string>("--role") { Description = string.Join(", ", Roles), HelpName = "ROLE", Required = true };
        role.AcceptOnlyFromAmong(Roles);
        var name = new Option<string>("--name") { Description = "Who you are", HelpName = "NAME", Required = true };
        var organisation = new Option<string?>("--organisation") { Description = "Whom you act for", HelpName = "ORG" };
        var minutes = new Option<int?>("--minutes") { Description = "How long the token is good", HelpName = "N" };
        var authority = CommonOptions.Authority();
        var command = new ExampledCommand(
            "token", "Get a token for a role (authorities in development only)",
            "export CERTIFY_TOKEN=$(./certify token --role assessor --name ada)")
        {
            role, name, organisation, minutes, authority,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = new AuthorityClient(parsed.GetRequiredValue(authority), null, TimeSpan.FromSeconds(3));
            var request = new TokenRequest(
                parsed.GetRequiredValue(role), parsed.GetRequiredValue(name), parsed.GetValue(organisation), parsed.GetValue(minutes));
            var token = await client.IssueTokenAsync(request, cancellation);
            // Raw, because a token must stay on one line whatever the width of the terminal.
            terminal.WriteRaw(token);
            return (int)ExitCode.Yes;
        });
        return command;
    }
}
