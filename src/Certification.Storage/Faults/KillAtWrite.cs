using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Certification.Storage.Faults;

/// <summary>Ends this process, as by <c>kill -9</c>, before or after its n-th write to storage. The server takes it from
/// its configuration (<c>Faults:KillAt</c>) in Development only. It lives here and not with the tests because what is
/// tested is a real server process: nothing but the process itself can be ended between two of its own writes.</summary>
/// <param name="write">Counted from 1 over all clients of the process, retries included.</param>
/// <param name="after">True: storage has done the write, nobody has seen the answer.</param>
public sealed class KillAtWrite(int write, bool after) : HttpPipelinePolicy
{
    private int _writes;

    /// <summary>Reads <c>17:before</c> or <c>17:after</c>.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static KillAtWrite Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 2 && parts[1] is "before" or "after"
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var write) && write > 0
            ? new KillAtWrite(write, parts[1] == "after")
            : throw new FormatException($"'{text}': write a fault as 17:before or 17:after, the first write being 1.");
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var hit = Hits(message);
        if (hit && !after)
        {
            Kill(message);
        }

        ProcessNext(message, pipeline);
        if (hit)
        {
            Kill(message);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var hit = Hits(message);
        if (hit && !after)
        {
            Kill(message);
        }

        await ProcessNextAsync(message, pipeline);
        if (hit)
        {
            Kill(message);
        }
    }

    private bool Hits(HttpMessage message) =>
        message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head
        && Interlocked.Increment(ref _writes) == write;

    private void Kill(HttpMessage message)
    {
        Console.Error.WriteLine(
            $"Killed {(after ? "after" : "before")} write {write}: {message.Request.Method} {message.Request.Uri.Path}");
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
        // The signal may take a moment; nothing more may be sent in that time.
        Thread.Sleep(Timeout.Infinite);
    }
}
