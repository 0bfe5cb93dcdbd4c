using System.Text;
using System.Text.Json;
using Certification.Domain;
using Spectre.Console;

namespace Certification.Cli.Terminal;

/// <summary>The two streams of a command: results on standard output, everything else on standard error.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
public sealed class CommandTerminal(IAnsiConsole output, IAnsiConsole error)
{
    private const int ProblemLabel = 7;
    private static readonly JsonSerializerOptions Indented = new(DomainJson.Options) { WriteIndented = true };

    /// <summary>Results for people.</summary>
    public IAnsiConsole Out { get; } = output;

    /// <summary>Progress, notes and errors.</summary>
    public IAnsiConsole Err { get; } = error;

    /// <summary>The terminal that the process was started on. Without one (a pipe, a file), lines of 80 columns and no colours.</summary>
    public static CommandTerminal OfProcess() => new(
        Create(Console.Out, Console.IsOutputRedirected), Create(Console.Error, Console.IsErrorRedirected));

    /// <summary>A terminal that writes plain text of the given width.</summary>
    public static CommandTerminal Plain(TextWriter output, TextWriter error) => new(Create(output, true), Create(error, true));

    /// <summary>Writes the one JSON object of a <c>--json</c> command, unwrapped and unstyled.</summary>
    public void WriteJson<T>(T value) => WriteRaw(JsonSerializer.Serialize(value, Indented));

    /// <summary>Writes a line of output as it is, however long.</summary>
    public void WriteRaw(string line)
    {
        Out.Profile.Out.Writer.WriteLine(line);
        Out.Profile.Out.Writer.Flush();
    }

    /// <summary>Prints what, where, next step and code.</summary>
    public void Write(Problem problem)
    {
        Err.MarkupLineInterpolated($"[red bold]certify:[/] {problem.What}");
        Err.WriteField("where", problem.Where, ProblemLabel);
        Err.WriteField("next", problem.NextStep, ProblemLabel);
        Err.WriteField("code", problem.Code, ProblemLabel);
    }

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected) console.Profile.Width = 80;
        console.Profile.Encoding = Encoding.UTF8;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
