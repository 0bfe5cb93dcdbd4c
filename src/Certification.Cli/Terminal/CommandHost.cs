using System.CommandLine;
using Spectre.Console;

namespace Certification.Cli.Terminal;

/// <summary>Runs one command line to its exit code. Every way in which a command can end is decided here.</summary>
public static class CommandHost
{
    /// <summary>Parses and runs.</summary>
    public static async Task<int> RunAsync(string[] args, CommandTerminal terminal, CancellationToken cancellation)
    {
        var parsed = CertifyCommand.Create(terminal).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not ExamplesHelp)
        {
            terminal.Write(new Problem(
                string.Join(' ', parsed.Errors.Select(error => OneLine(error.Message)).Distinct()), $"certify {string.Join(' ', Shown(args))}",
                $"{CommandPath(parsed)} --help shows how it is written.", "usage"));
            return (int)ExitCode.Usage;
        }
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = terminal.Out.Profile.Out.Writer,
                Error = terminal.Err.Profile.Out.Writer,
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (ProblemException ended)
        {
            terminal.Write(ended.Problem);
            return (int)ended.ExitCode;
        }
        catch (OperationCanceledException)
        {
            terminal.Err.WriteLine("Stopped.");
            return (int)ExitCode.Undetermined;
        }
        catch (Exception fault)
        {
            terminal.Write(new Problem(
                $"{fault.GetType().Name}: {fault.Message}", fault.TargetSite?.DeclaringType?.FullName ?? "certify",
                "This is a fault in the program, not in your input: report it with the command line.", "internal"));
            return (int)ExitCode.Internal;
        }
    }

    // What is shown ends in scroll-back, screenshots and the logs of build servers, where a token must not stand.
    private static IEnumerable<string> Shown(string[] args) => args.Select((argument, index) =>
        index > 0 && args[index - 1] == CommonOptions.TokenName ? "…"
        : argument.StartsWith(CommonOptions.TokenName, StringComparison.Ordinal) && argument.Length > CommonOptions.TokenName.Length ? $"{CommonOptions.TokenName}=…"
        : argument);

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Push(result.Command.Name);
        }
        return string.Join(' ', names);
    }
}
