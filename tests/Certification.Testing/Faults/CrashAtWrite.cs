using Azure.Core;
using Azure.Core.Pipeline;

namespace Certification.Testing.Faults;

/// <summary>Plays a crash inside a test: at the n-th write the client dies, before storage does the write or after, and
/// every later call of it fails too. What was written stands; the test goes on with a fresh client, as a restart would.</summary>
/// <param name="write">Counted from 1.</param>
/// <param name="after">True: storage has done the write.</param>
public sealed class CrashAtWrite(int write, bool after) : HttpPipelinePolicy
{
    private int _writes;
    private volatile bool _dead;

    /// <summary>True once the crash has happened. A test that tries write after write ends when it no longer does.</summary>
    public bool Happened => _dead;

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is called asynchronously only.");

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isWrite = message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head;
        var hit = isWrite && Interlocked.Increment(ref _writes) == write;
        _dead |= hit && !after;
        if (_dead)
        {
            throw new SimulatedCrashException();
        }

        await ProcessNextAsync(message, pipeline);
        if (hit)
        {
            _dead = true;
            throw new SimulatedCrashException();
        }
    }
}

/// <summary>The process is gone. No kind of exception that the storage SDK would retry.</summary>
public sealed class SimulatedCrashException() : Exception("Simulated crash.");
