using System.Diagnostics;
using System.Diagnostics.Metrics;
using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Storage.Telemetry;
using Certification.Workflows.Port;

namespace Certification.Engine.Telemetry;

/// <summary>What the engine tells of instances. A case has one trace, that of the request which started it: its steps,
/// activities and sub-workflows continue it, also in another process. A step woken by an event links to the event's trace.</summary>
public static class EngineTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Certification.Engine";

    private const string Workflow = "certification.workflow.name";
    private const string ActivityName = "certification.workflow.activity.name";
    private const string Outcome = "certification.outcome";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Steps = Meter.CreateCounter<long>(
        "certification.workflow.steps", "{step}", "Steps recorded in histories.");

    private static readonly Counter<long> Ended = Meter.CreateCounter<long>(
        "certification.workflow.instances.ended", "{instance}", "Instances that ended, by how.");

    private static readonly Histogram<double> ActivityDuration = Meter.CreateHistogram<double>(
        "certification.workflow.activity.duration", "s", "Time that one attempt of an activity took.");

    /// <summary>A start or an event on its way into an instance; what is written down within it carries its trace.</summary>
    /// <param name="act">Such as <c>start certify-system</c>.</param>
    internal static Activity? StartSending(string act, string instanceId) =>
        Source.StartActivity(act, ActivityKind.Producer)?.SetTag("certification.workflow.instance.id", instanceId);

    /// <summary>The recording of a step.</summary>
    /// <param name="causes">Carried traces of the events that the step takes in.</param>
    /// <param name="begun">When the turn began; real time.</param>
    internal static Activity? StartStep(Step step, IEnumerable<string?> causes, DateTimeOffset begun)
    {
        var links = causes.Where(cause => cause is not null).Distinct().Select(cause => new ActivityLink(CarriedTrace.Read(cause)));
        return Describe(
            Source.StartActivity(
                $"step {step.Before.Workflow}", ActivityKind.Consumer, CarriedTrace.Read(step.Before.Trace), links: links, startTime: begun),
            step.Before)?.SetTag("certification.workflow.step.results", step.Entries.Count);
    }

    /// <summary>Begins an attempt of an activity.</summary>
    /// <param name="trace">The instance's carried trace.</param>
    internal static TracedAttempt StartAttempt(string? trace, string instanceId, string activity, int attempt) => new(
        activity,
        Source.StartActivity($"activity {activity}", ActivityKind.Consumer, CarriedTrace.Read(trace))
            ?.SetTag(ActivityName, activity)
            .SetTag("certification.workflow.instance.id", instanceId)
            .SetTag("certification.workflow.activity.attempt", attempt));

    internal static void CountAttempt(string activity, string outcome, TimeSpan duration) => ActivityDuration.Record(
        duration.TotalSeconds, new KeyValuePair<string, object?>(ActivityName, activity), new KeyValuePair<string, object?>(Outcome, outcome));

    internal static void CountStep(InstanceRecord after)
    {
        Steps.Add(1, new KeyValuePair<string, object?>(Workflow, after.Workflow));
        if (!after.Ended) return;
        Ended.Add(
            1,
            new KeyValuePair<string, object?>(Workflow, after.Workflow),
            new KeyValuePair<string, object?>("certification.workflow.status", Word(after.Status)));
    }

    private static Activity? Describe(Activity? span, InstanceRecord instance) => span?
        .SetTag(Workflow, instance.Workflow)
        .SetTag("certification.workflow.version", instance.Version)
        .SetTag("certification.workflow.instance.id", instance.Id);

    private static string Word(WorkflowStatus status) => status.ToString().ToLowerInvariant();
}
