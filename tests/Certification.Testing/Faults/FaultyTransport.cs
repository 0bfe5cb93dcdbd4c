using Azure.Core;
using Azure.Core.Pipeline;

namespace Certification.Testing.Faults;

/// <summary>Storage on a bad day, the same bad day for the same seed: a share of all attempts is answered with 503 before
/// storage sees them, is reset before, or loses its reply after storage has done what was asked. The SDK retries all three;
/// after the third it meets its own write.</summary>
/// <param name="rate">Share of attempts that go wrong, such as 0.1.</param>
public sealed class FaultyTransport(int seed, double rate = 0.1) : HttpPipelinePolicy
{
    private readonly FaultDice _dice = new(seed, rate);

    /// <summary>How many attempts have gone wrong so far.</summary>
    public int Faults => _dice.Faults;

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is called asynchronously only.");

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var fault = _dice.Draw();
        if (fault == FaultKind.Refused)
        {
            message.Response = new RefusedResponse(message.Request.ClientRequestId);
            return;
        }

        if (fault == FaultKind.ResetBefore)
        {
            throw new IOException("Simulated reset before the request was sent.");
        }

        await ProcessNextAsync(message, pipeline);
        if (fault == FaultKind.ReplyLost)
        {
            throw new IOException("Simulated reset after storage had done what was asked.");
        }
    }
}

/// <summary>What goes wrong with one attempt.</summary>
public enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>503 without the request being done.</summary>
    Refused,

    /// <summary>The connection breaks before the request arrives.</summary>
    ResetBefore,

    /// <summary>The request is done, the answer never arrives.</summary>
    ReplyLost,
}
