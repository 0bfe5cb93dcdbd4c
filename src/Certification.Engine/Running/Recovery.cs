using Certification.Engine.Records;

namespace Certification.Engine.Running;

/// <summary>What a new leader does first: reads the rows of all instances that may be running, re-arms their timers, and
/// resumes those that were at work or have unread events. Ended instances and the history of waiting ones are not read.</summary>
internal sealed class Recovery(InstanceHost host)
{
    private const int Concurrency = 16;

    private int _waiting;
    private int _resumed;

    /// <summary>Runs to the end of the active index.</summary>
    public async Task Run()
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = host.Stopping };
        await Parallel.ForEachAsync(host.Store.ListActive(host.Stopping), options, async (id, _) => await Recover(id));
        host.LookAtClock();
        host.Log.Recovered(_waiting, _resumed);
    }

    private async Task Recover(string instanceId)
    {
        var record = await host.Store.Find(instanceId, host.Stopping);
        // Without a row: its start has not got so far, or never will. The entry costs a read per start of the engine;
        // removing it could orphan a start that is under way on another node.
        if (record is null) return;
        if (record.Ended)
        {
            host.Ended(record);
            return;
        }

        var unread = await host.Store.ReadInbox(instanceId, record.InboxRead + 1, host.Stopping);
        if (record.Busy || unread.Count > 0)
        {
            Interlocked.Increment(ref _resumed);
            host.Post(instanceId, new Signal.Recover());
            return;
        }

        Interlocked.Increment(ref _waiting);
        // An agent may have been at work on it since the read, and knows better.
        host.Waiting.SetIfUnknown(instanceId, record.NextDue, record.InboxRead);
    }
}
