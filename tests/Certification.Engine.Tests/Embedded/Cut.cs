using Azure.Core;
using Azure.Core.Pipeline;

namespace Certification.Engine.Tests.Embedded;

/// <summary>A node that storage no longer hears: every call fails while <see cref="Now"/> is true.</summary>
internal sealed class Cut : HttpPipelineSynchronousPolicy
{
    private volatile bool _now;

    public bool Now
    {
        get => _now;
        set => _now = value;
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (_now) throw new InvalidOperationException("The node is cut off.");
    }
}
