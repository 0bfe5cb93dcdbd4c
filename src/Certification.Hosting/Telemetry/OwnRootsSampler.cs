using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Certification.Hosting.Telemetry;

/// <summary>Traces begin with a request or with a step of a workflow. A call to storage that belongs to neither is the
/// engine's housekeeping (its lease, its doorbell, the sweep), several a second for ever, and is not traced.</summary>
internal sealed class OwnRootsSampler : Sampler
{
    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) => new(
        samplingParameters.Kind is ActivityKind.Server or ActivityKind.Consumer ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);
}
