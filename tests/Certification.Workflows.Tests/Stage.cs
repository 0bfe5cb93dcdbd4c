using System.Collections.Concurrent;
using Certification.Engine;
using Certification.Workflows.Port;
using Microsoft.Extensions.Time.Testing;

namespace Certification.Workflows.Tests;

/// <summary>The real workflows on the in-memory engine, with activities that a test writes down in a line each. What was
/// called is in <see cref="Calls"/>, in order.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly WorkflowRegistry _registry = new();
    private readonly FakeTimeProvider _time = new(Start);
    private readonly ConcurrentQueue<string> _calls = [];
    private InMemoryEngine? _engine;
    private int _events;

    internal static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    internal Stage() => CertificationWorkflows.RegisterWorkflows(_registry);

    internal IReadOnlyList<string> Calls => [.. _calls];

    internal DateTimeOffset Now => _time.GetUtcNow();

    private InMemoryEngine Engine => _engine ??= new InMemoryEngine(_registry, _time);

    /// <summary>What an activity answers.</summary>
    internal Stage On<TInput, TResult>(ActivityName<TInput, TResult> name, Func<TInput, TResult> answer)
    {
        _registry.Add(name, () => new Scripted<TInput, TResult>(input =>
        {
            _calls.Enqueue(name.Name);
            return answer(input);
        }));
        return this;
    }

    internal Stage On<TInput, TResult>(ActivityName<TInput, TResult> name, TResult answer) => On(name, _ => answer);

    internal async Task Begin<TInput, TResult>(WorkflowName<TInput, TResult> workflow, string id, TInput input)
    {
        await Engine.Start(workflow, id, input, TestContext.Current.CancellationToken);
        await Engine.WhenSettled(TestContext.Current.CancellationToken);
    }

    internal async Task<RaiseOutcome> Raise<TEvent>(string id, EventName<TEvent> name, TEvent payload)
    {
        var outcome = await Engine.RaiseEvent(id, name, $"event-{++_events}", payload, TestContext.Current.CancellationToken);
        await Engine.WhenSettled(TestContext.Current.CancellationToken);
        return outcome;
    }

    internal async Task Pass(TimeSpan time)
    {
        _time.Advance(time);
        Engine.ClockAdvanced();
        await Engine.WhenSettled(TestContext.Current.CancellationToken);
    }

    internal async Task<WorkflowState> State(string id) =>
        (await Engine.Query(id, TestContext.Current.CancellationToken))!;

    internal async Task<TResult> Result<TResult>(string id)
    {
        var state = await State(id);
        Assert.Equal(WorkflowStatus.Completed, state.Status);
        return WorkflowJson.Read<TResult>(state.ResultJson!);
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private sealed class Scripted<TInput, TResult>(Func<TInput, TResult> answer) : IActivity<TInput, TResult>
    {
        public Task<TResult> Run(ActivityContext context, TInput input, CancellationToken cancellation) =>
            Task.FromResult(answer(input));
    }
}
