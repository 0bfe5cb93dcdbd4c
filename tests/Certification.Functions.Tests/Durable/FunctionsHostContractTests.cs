using Certification.Engine.Tests.Contract;
using Certification.Workflows.Port;

namespace Certification.Functions.Tests.Durable;

/// <summary>The engine contract on a Functions host that runs the contract app: <c>./test --functions URL</c>.</summary>
public sealed class FunctionsHostContractTests : EngineContract
{
    private HttpClient _http = null!;
    private HttpWorkflowClient _client = null!;

    protected override IWorkflowClient Client => _client;

    public override ValueTask InitializeAsync()
    {
        var url = Environment.GetEnvironmentVariable("CERTIFICATION_FUNCTIONS_URL")
            ?? throw new InvalidOperationException("Run these tests by ./test --functions URL, with the address of a host of the contract app.");
        _http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        _client = new HttpWorkflowClient(_http);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Task AdvanceTime(TimeSpan by) => _client.Advance(by);
}
