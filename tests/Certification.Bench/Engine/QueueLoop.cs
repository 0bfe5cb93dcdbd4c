using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Certification.Bench.Engine;

/// <summary>A workflow without an engine: each step is a queue message, received, recorded in a row, followed by the next
/// message, and deleted.</summary>
internal sealed class QueueLoop
{
    private const int Workers = 32;
    private const int Steps = 5;

    private readonly QueueClient _queue;
    private readonly TableClient _table;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _ends = new();
    private readonly Task[] _workers;

    private QueueLoop(QueueClient queue, TableClient table)
    {
        (_queue, _table) = (queue, table);
        _workers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(Work))];
    }

    /// <summary>Makes a queue and starts its workers.</summary>
    public static async Task<QueueLoop> Start(string connectionString, TableClient table)
    {
        var queue = new QueueClient(connectionString, "b" + Guid.NewGuid().ToString("N")[..12]);
        await queue.CreateAsync();
        return new QueueLoop(queue, table);
    }

    /// <summary>One workflow from its first message to its last.</summary>
    public async Task FiveSteps(string id)
    {
        var end = _ends.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        await _table.UpsertEntityAsync(new TableEntity(id, "state") { ["Step"] = 0 });
        await _queue.SendMessageAsync($"{id} 1");
        await end;
    }

    /// <summary>Ends the workers.</summary>
    public async Task Stop()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_workers);
    }

    private async Task Work()
    {
        while (!_stop.IsCancellationRequested)
        {
            var message = (await _queue.ReceiveMessageAsync()).Value;
            if (message is null)
            {
                // A queue is asked again and again: that is what a loop over one costs.
                await Task.Delay(10);
                continue;
            }

            var parts = message.MessageText.Split(' ');
            var (id, step) = (parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
            await _table.UpsertEntityAsync(new TableEntity(id, "state") { ["Step"] = step, ["Result"] = $"{step}" });
            if (step < Steps) await _queue.SendMessageAsync($"{id} {step + 1}");
            await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            if (step == Steps && _ends.TryRemove(id, out var end)) end.SetResult();
        }
    }
}
