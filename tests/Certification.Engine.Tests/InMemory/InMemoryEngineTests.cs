using Certification.Engine.Tests.Contract;
using Certification.Workflows.Port;
using Microsoft.Extensions.Time.Testing;

namespace Certification.Engine.Tests.InMemory;

public sealed class InMemoryEngineTests : EngineContract
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private InMemoryEngine _engine = null!;

    protected override IWorkflowClient Client => _engine;

    public override ValueTask InitializeAsync()
    {
        _engine = new InMemoryEngine(ContractWorkflows.Registry(), _time);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync() => _engine.DisposeAsync();

    protected override Task AdvanceTime(TimeSpan by)
    {
        _time.Advance(by);
        return _engine.WhenSettled();
    }
}
