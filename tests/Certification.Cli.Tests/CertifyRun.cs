using Certification.Cli.Terminal;

namespace Certification.Cli.Tests;

/// <summary>One run of <c>certify</c> in this process, as a shell without a terminal would see it.</summary>
public sealed record CertifyRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a command line.</summary>
    public static async Task<CertifyRun> Of(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandHost.RunAsync(
            arguments, CommandTerminal.Plain(output, errors), TestContext.Current.CancellationToken);
        return new CertifyRun(exitCode, Lines(output), Lines(errors));
    }

    /// <summary>Without the spaces that a console leaves at the ends of lines.</summary>
    private static string Lines(StringWriter writer) =>
        string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
}
