using System.Collections.Concurrent;
using Certification.Engine;
using Certification.Storage;
using Certification.Workflows.Port;
using Microsoft.Extensions.Logging;

namespace Certification.Bench.Engine;

/// <summary>An embedded engine with the workflows of the benchmarks, and a way to hear of an instance's end without
/// asking storage: the engine's own log line.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    public static readonly WorkflowName<int, int> FiveSteps = new("bench.five-steps");
    public static readonly WorkflowName<int, int> Waiting = new("bench.waiting");
    public static readonly EventName<string> Go = new("go");

    private static readonly ActivityName<int, int> AddOne = new("bench.add-one");

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-node-").FullName;
    private readonly EndLog _ends = new();

    private BenchEngine(AuthorityStorage storage) =>
        Client = new EmbeddedEngine(EngineOptions.For(storage, _folder), Registry(), TimeProvider.System, _ends);

    /// <summary>The engine.</summary>
    public EmbeddedEngine Client { get; }

    /// <summary>Starts an engine that leads.</summary>
    public static async Task<BenchEngine> Start(AuthorityStorage storage)
    {
        var engine = new BenchEngine(storage);
        await engine.Client.StartAsync();
        return engine;
    }

    /// <summary>Completes when the instance has ended. Ask before the end can come.</summary>
    public Task End(string instanceId) => _ends.Of(instanceId);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static WorkflowRegistry Registry() => new WorkflowRegistry()
        .Add(FiveSteps, 1, () => new FiveStepsFlow())
        .Add(Waiting, 1, () => new WaitingFlow())
        .Add(AddOne, () => new AddOneActivity());

    private sealed class FiveStepsFlow : IWorkflow<int, int>
    {
        public async Task<int> Run(WorkflowContext context, int input)
        {
            for (var step = 0; step < 5; step++) input = await context.CallActivity(AddOne, input);
            return input;
        }
    }

    /// <summary>Waits for a person, with a deadline far away.</summary>
    private sealed class WaitingFlow : IWorkflow<int, int>
    {
        public async Task<int> Run(WorkflowContext context, int input) =>
            await context.WaitForEvent(Go, context.CurrentUtcTime.AddDays(30)) is null ? 0 : 1;
    }

    private sealed class AddOneActivity : IActivity<int, int>
    {
        public Task<int> Run(ActivityContext context, int input, CancellationToken cancellation) => Task.FromResult(input + 1);
    }

    private sealed class EndLog : ILogger<EmbeddedEngine>
    {
        private const int EndedId = 1102;

        private readonly ConcurrentDictionary<string, TaskCompletionSource> _ends = new();

        public Task Of(string instanceId) => _ends.GetOrAdd(
            instanceId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning) Console.Error.WriteLine($"{formatter(state, exception)} {exception?.Message}");
            if (eventId.Id != EndedId || state is not IReadOnlyList<KeyValuePair<string, object?>> values) return;
            if (_ends.TryRemove((string)values[0].Value!, out var end)) end.SetResult();
        }
    }
}
