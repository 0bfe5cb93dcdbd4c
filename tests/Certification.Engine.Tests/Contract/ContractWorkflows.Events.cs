using Certification.Workflows.Port;

namespace Certification.Engine.Tests.Contract;

internal static partial class ContractWorkflows
{
    /// <summary>Waits for "go", then for a note, and returns the note.</summary>
    public static readonly WorkflowName<int, string> NoteAfterGo = new("contract-note-after-go");

    /// <summary>Waits an hour for a note, then without limit for another.</summary>
    public static readonly WorkflowName<int, string> NoteWithDeadline = new("contract-note-with-deadline");

    /// <summary>Two waits of one name; returns "first second".</summary>
    public static readonly WorkflowName<int, string> TwoNotes = new("contract-two-notes");

    /// <summary>Sleeps for so many minutes and returns how many have passed.</summary>
    public static readonly WorkflowName<int, double> Sleeper = new("contract-sleeper");

    /// <summary>A timer that "go" cancels; returns what became of the timer.</summary>
    public static readonly WorkflowName<int, string> CancelledTimer = new("contract-cancelled-timer");

    /// <summary>Counts notes until "go", then goes on until its inbox is closed.</summary>
    public static readonly WorkflowName<int, int> Counter = new("contract-counter");

    /// <summary>Reads one note a run and continues as new, until it has read so many.</summary>
    public static readonly WorkflowName<Tally, string> Continuing = new("contract-continuing");

    /// <summary>Takes a guid and the time, waits, takes another guid; shows the first two as its custom status.</summary>
    public static readonly WorkflowName<int, string> Stable = new("contract-stable");

    /// <summary>What <see cref="Continuing"/> carries from run to run.</summary>
    public sealed record Tally(int Wanted, string[] Read);

    private static void AddEventWorkflows(WorkflowRegistry registry, int version)
    {
        Add(registry, version, NoteAfterGo, async (context, _) =>
        {
            await context.WaitForEvent(Go);
            return await context.WaitForEvent(Note);
        });
        Add(registry, version, NoteWithDeadline, async (context, _) =>
        {
            var first = await context.WaitForEvent(Note, context.CurrentUtcTime.AddHours(1));
            context.SetCustomStatus(first ?? "timed out");
            return $"{first ?? "nothing"}, then {await context.WaitForEvent(Note)}";
        });
        Add(registry, version, TwoNotes, async (context, _) =>
        {
            var (first, second) = (context.WaitForEvent(Note), context.WaitForEvent(Note));
            return $"{await first} {await second}";
        });
        Add(registry, version, Sleeper, async (context, minutes) =>
        {
            var asleep = context.CurrentUtcTime;
            await context.CreateTimer(asleep.AddMinutes(minutes));
            return (context.CurrentUtcTime - asleep).TotalMinutes;
        });
        Add(registry, version, CancelledTimer, RunCancelledTimer);
        Add(registry, version, Counter, RunCounter);
        Add(registry, version, Continuing, async (context, tally) =>
        {
            if (tally.Read.Length == tally.Wanted) return string.Join(' ', tally.Read.Order(StringComparer.Ordinal));
            context.ContinueAsNew(tally with { Read = [.. tally.Read, await context.WaitForEvent(Note)] });
            return "";
        });
        Add(registry, version, Stable, async (context, _) =>
        {
            var before = $"{context.NewGuid()} {context.CurrentUtcTime:O}";
            context.SetCustomStatus(before);
            await context.WaitForEvent(Go);
            return $"{before} {context.NewGuid()}";
        });
    }

    private static async Task<string> RunCancelledTimer(WorkflowContext context, int input)
    {
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(context.CurrentUtcTime.AddHours(1), stop.Token);
        await context.WaitForEvent(Go);
        stop.Cancel();
        try
        {
            await timer;
            return "fired";
        }
        catch (TaskCanceledException)
        {
            context.SetCustomStatus("cancelled");
            await context.CreateTimer(context.CurrentUtcTime.AddHours(2));
            return "cancelled";
        }
    }

    private static async Task<int> RunCounter(WorkflowContext context, int input)
    {
        var count = 0;
        await context.WaitForEvent(Go);
        // Something to do meanwhile, so that notes arrive while nobody waits for them.
        await context.CallActivity(ContractActivities.Double, 1);
        while (!await context.TryCloseInbox())
        {
            await context.WaitForEvent(Note);
            count++;
        }

        await context.CallActivity(ContractActivities.Double, count);
        return count;
    }
}
