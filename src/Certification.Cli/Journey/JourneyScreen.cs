using System.Diagnostics;
using Certification.Cli.Terminal;
using Spectre.Console;

namespace Certification.Cli.Journey;

/// <summary>Shows the journey as it goes: one line a step with the time it took. On a terminal the running step turns and
/// tells where it is; in a pipe only finished lines appear.</summary>
public sealed class JourneyScreen(IAnsiConsole console)
{
    private const int WidestLine = 100;
    private const int NameWidth = 23;
    private const int TimeWidth = 8;
    private const int DetailIndent = 4;
    private readonly Stopwatch _whole = Stopwatch.StartNew();

    /// <summary>Time since the journey began.</summary>
    public TimeSpan Elapsed => _whole.Elapsed;

    /// <summary>Starts a part of the journey.</summary>
    public void Part(string title)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
    }

    /// <summary>Runs a step; its answer is the text that stands beside its name.</summary>
    public async Task StepAsync(string name, Func<StepProgress, Task<string>> step)
    {
        var clock = Stopwatch.StartNew();
        string told;
        try
        {
            told = await RunAsync(name, step);
        }
        catch
        {
            console.MarkupLineInterpolated($"  [red]✗[/] {name}");
            throw;
        }
        WriteLine(name, told, clock.Elapsed);
    }

    /// <summary>A line that belongs to the step above.</summary>
    public void Detail(string text) => console.WriteField("  ·", text, DetailIndent);

    private async Task<string> RunAsync(string name, Func<StepProgress, Task<string>> step)
    {
        if (!console.Profile.Capabilities.Interactive) return await step(new StepProgress(_ => { }));
        return await console.Status().Spinner(Spinner.Known.Dots).StartAsync(
            Markup.Escape(name),
            context => step(new StepProgress(text => context.Status($"{Markup.Escape(name)}  [grey]{Markup.Escape(text)}[/]"))));
    }

    private void WriteLine(string name, string told, TimeSpan took)
    {
        var textWidth = Math.Min(console.Profile.Width, WidestLine) - NameWidth - TimeWidth - 5;
        var lines = Fields.Wrap(told, textWidth);
        var time = Duration(took).PadLeft(TimeWidth + Math.Max(0, textWidth - lines[0].Length));
        console.MarkupLineInterpolated($"  [green]✓[/] {name.PadRight(NameWidth)} {lines[0]}[grey]{time}[/]");
        foreach (var line in lines.Skip(1)) console.MarkupLineInterpolated($"{new string(' ', NameWidth + 5)}{line}");
    }

    private static string Duration(TimeSpan took) => took < TimeSpan.FromMinutes(1)
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s")
        : $"{(int)took.TotalMinutes}:{took.Seconds:00} min";
}

/// <summary>Tells where a running step is.</summary>
public sealed class StepProgress(Action<string> tell)
{
    private const int BarWidth = 24;

    /// <summary>Shows a text beside the step's name.</summary>
    public void Tell(string text) => tell(text);

    /// <summary>Shows a bar for bytes of a known total.</summary>
    public IProgress<long> Bar(long total) => new ByteBar(tell, total);

    private sealed class ByteBar(Action<string> tell, long total) : IProgress<long>
    {
        public void Report(long value)
        {
            var filled = (int)(BarWidth * value / Math.Max(1, total));
            tell($"{new string('━', filled)}{new string('┄', BarWidth - filled)} {100 * value / Math.Max(1, total),3} % of {total >> 20} MB");
        }
    }
}
