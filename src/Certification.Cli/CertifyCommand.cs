using System.CommandLine;
using Certification.Cli.Answering;
using Certification.Cli.Deciding;
using Certification.Cli.Evidence;
using Certification.Cli.Journey;
using Certification.Cli.Keys;
using Certification.Cli.Log;
using Certification.Cli.Replaying;
using Certification.Cli.Rules;
using Certification.Cli.Submitting;
using Certification.Cli.Terminal;
using Certification.Cli.Verifying;

namespace Certification.Cli;

/// <summary>The whole command tree, in the order in which its users meet it.</summary>
public static class CertifyCommand
{
    /// <summary>Builds the tree around a terminal.</summary>
    public static RootCommand Create(CommandTerminal terminal)
    {
        var root = new RootCommand("Certification of AI systems: submit, assess, decide, verify and recognise.");
        // For applicants.
        root.Subcommands.Add(PrecheckCommand.Create(terminal));
        root.Subcommands.Add(EvidenceCommand.Create(terminal));
        root.Subcommands.Add(SubmitCommand.Create(terminal));
        root.Subcommands.Add(DiscloseCommand.Create(terminal));
        // For accountable parties.
        foreach (var command in AnswerCommands.Create(terminal)) root.Subcommands.Add(command);
        root.Subcommands.Add(SuccessionCommand.Create(terminal));
        // For anybody.
        root.Subcommands.Add(VerifyCommand.Create(terminal));
        root.Subcommands.Add(BundleCommand.Create(terminal));
        root.Subcommands.Add(LogCommand.Create(terminal));
        root.Subcommands.Add(CertificateStatusCommand.Create(terminal));
        root.Subcommands.Add(RecogniseCommand.Create(terminal));
        root.Subcommands.Add(EffortCommand.Create(terminal));
        // For assessors, deciders and officers.
        root.Subcommands.Add(CasesCommand.Create(terminal));
        root.Subcommands.Add(CaseCommand.Create(terminal));
        root.Subcommands.Add(AssignCommand.Create(terminal));
        root.Subcommands.Add(AssessCommand.Create(terminal));
        root.Subcommands.Add(DecideCommand.Create(terminal));
        foreach (var command in StatusChangeCommands.Create(terminal)) root.Subcommands.Add(command);
        root.Subcommands.Add(ReplayCommand.Create(terminal));
        // For operators and authors of rules.
        root.Subcommands.Add(RulesCommand.Create(terminal));
        root.Subcommands.Add(KeysCommand.Create(terminal));
        root.Subcommands.Add(TrustCommand.Create(terminal));
        root.Subcommands.Add(TokenCommand.Create(terminal));
        root.Subcommands.Add(JourneyCommand.Create(terminal));
        root.Subcommands.Add(WelcomeCommand.Create(terminal));
        ExamplesHelp.Install(root);
        return root;
    }
}
