using Certification.Engine.Tests.Contract;
using Certification.Testing;
using Certification.Workflows.Port;

namespace Certification.Functions.Tests.Durable;

/// <summary>The engine contract, kept by the adapter on a stand-in hub that has the habits of Durable Functions.</summary>
public sealed class AdapterContractTests(AzuriteFixture azurite) : EngineContract
{
    private AdapterStage _stage = null!;

    protected override IWorkflowClient Client => _stage.Client;

    public override async ValueTask InitializeAsync() => _stage = await AdapterStage.New(azurite);

    public override ValueTask DisposeAsync() => _stage.DisposeAsync();

    protected override async Task AdvanceTime(TimeSpan by)
    {
        _stage.Time.Jump(by);
        await _stage.Bells.RingAll(CancellationToken.None);
    }
}
