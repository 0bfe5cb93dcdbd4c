using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Certification.Cli.Terminal;

/// <summary>A command that shows examples in its help.</summary>
/// <param name="examples">Whole command lines, as typed.</param>
public sealed class ExampledCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines, as typed.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>A command's help with its examples under it: people read those first.</summary>
public sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Makes the help of a whole command tree show examples.</summary>
    public static void Install(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new ExamplesHelp((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not ExampledCommand { Examples.Count: > 0 } command) return result;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in command.Examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return result;
    }
}
