using System.CommandLine;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Evidence;
using Spectre.Console;

namespace Certification.Cli.Submitting;

/// <summary><c>certify precheck DIR</c>: tier, lane and the exact gap list, with what the files themselves would be found to be; nothing is
/// filed, no token is needed, and no file leaves the machine.</summary>
public static class PrecheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The dossier: dossier.json and the evidence files" };
        var command = new ExampledCommand(
            "precheck", "Show what a submission would lack; files nothing", "./certify precheck tests/dossiers/example") { folder };
        var caller = CallerOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var dossier = PreparedDossier.Open(parsed.GetRequiredValue(folder));
            using var client = caller.AnybodyOf(parsed);
            var evidence = new List<EvidenceDeclaration>();
            foreach (var item in dossier.Items) evidence.Add(await item.DeclareAsync(cancellation));
            var answer = await client.PrecheckAsync(dossier.Declaration, evidence, cancellation);
            var findings = await JudgeAsync(terminal, client, answer, dossier, evidence, cancellation);
            if (caller.WantsJson(parsed)) terminal.WriteJson(new { answer, findings });
            else PrecheckScreen.Show(terminal.Out, answer, findings);
            var isReady = answer.Gaps.Count == 0 && findings.All(finding => finding.Severity != Severity.Major);
            return (int)(isReady ? ExitCode.Yes : ExitCode.No);
        });
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> JudgeAsync(
        CommandTerminal terminal, AuthorityClient client, PrecheckView answer, DossierFolder dossier,
        IReadOnlyList<EvidenceDeclaration> evidence, CancellationToken cancellation)
    {
        if (await LocalJudgement.RulebookAsync(client, answer.Rulebook, cancellation) is { } rulebook)
            return await LocalJudgement.FindingsAsync(rulebook, answer.Tier, dossier, evidence, DateTimeOffset.UtcNow, cancellation);
        terminal.Err.WriteLine($"The authority publishes another text as {answer.Rulebook.Id} {answer.Rulebook.Version} than it judges by; the files were not read.");
        return [];
    }
}
