using Azure.Core;
using Azure.Core.Pipeline;

namespace Certification.Testing.Faults;

/// <summary>Storage does the n-th write, and its reply is lost: the SDK sends the write again and meets its own.</summary>
/// <param name="write">Counted from 1.</param>
public sealed class ReplyLostOnce(int write) : HttpPipelinePolicy
{
    private int _writes;

    /// <summary>True once the reply has been lost.</summary>
    public bool Happened => Volatile.Read(ref _writes) >= write;

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is called asynchronously only.");

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        var isWrite = message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head;
        if (isWrite && Interlocked.Increment(ref _writes) == write)
        {
            throw new IOException("Simulated reset after storage had done what was asked.");
        }
    }
}
