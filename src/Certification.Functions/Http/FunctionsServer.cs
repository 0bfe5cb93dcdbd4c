using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Certification.Functions.Http;

/// <summary>The server of the inner web application: it listens to nothing, and is handed the requests of the one HTTP
/// function. So the web layer has its own container and pipeline, and answers as it does under Kestrel.</summary>
public sealed class FunctionsServer : IServer
{
    private Func<IFeatureCollection, Task>? _process;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = features => Process(application, features);
        return Task.CompletedTask;
    }

    /// <summary>Answers a request that came to the function.</summary>
    /// <exception cref="InvalidOperationException">The web application has not been started.</exception>
    public Task Process(HttpContext outer)
    {
        var process = _process ?? throw new InvalidOperationException("The web application has not been started.");
        return process(InnerFeatures.Of(outer));
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        // It holds nothing: requests and connections are the host's.
    }

    private static async Task Process<TContext>(IHttpApplication<TContext> application, IFeatureCollection features)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        Exception? failure = null;
        try
        {
            await application.ProcessRequestAsync(context);
            // What was to happen when the answer starts must happen while its context is alive, also for an empty answer.
            await features.GetRequiredFeature<IHttpResponseBodyFeature>().StartAsync();
        }
        catch (Exception unexpected)
        {
            failure = unexpected;
            throw;
        }
        finally
        {
            application.DisposeContext(context, failure);
        }
    }
}
