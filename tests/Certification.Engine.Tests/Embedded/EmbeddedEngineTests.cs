using Certification.Engine.Tests.Contract;
using Certification.Testing;
using Certification.Workflows.Port;

namespace Certification.Engine.Tests.Embedded;

public sealed class EmbeddedEngineTests(AzuriteFixture azurite) : EngineContract
{
    private EngineStage _stage = null!;
    private EmbeddedEngine _engine = null!;

    protected override IWorkflowClient Client => _engine;

    public override async ValueTask InitializeAsync()
    {
        _stage = EngineStage.New(azurite);
        _engine = await _stage.StartEngine();
    }

    public override async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _stage.Dispose();
    }

    protected override Task AdvanceTime(TimeSpan by)
    {
        _stage.Time.Jump(by);
        _engine.ClockAdvanced();
        return Task.CompletedTask;
    }
}
