using Certification.Signing.Trust;
using Certification.Storage;
using Microsoft.Extensions.Logging;

namespace Certification.Web.Http;

/// <summary>Whether the workflow engine of this node does its work; each host says how it knows.</summary>
public interface IEngineHealth
{
    /// <summary><c>active</c>, <c>standing-by</c>, or null when it does neither.</summary>
    string? Standing { get; }
}

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
public static partial class HealthResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/health/live", () => TypedResults.Ok(new Liveness("live")))
            .WithSummary("Says that the process answers.").Produces<Liveness>();
        api.MapGet("/health/ready", Ready)
            .WithSummary("Says whether storage is reached and the workflow engine is active or standing by.")
            .Produces<Readiness>().Produces<Readiness>(503);
    }

    private static async Task<IResult> Ready(
        AuthorityStorage storage, IEngineHealth engine, CurrentTrust trust, ILoggerFactory log, CancellationToken cancellation)
    {
        var reached = await IsReached(storage, log.CreateLogger("Certification.Web.Http.HealthResource"), cancellation);
        var ready = reached && engine.Standing is not null;
        return TypedResults.Json(
            new Readiness(ready ? "ready" : "not-ready", reached ? "reached" : "unreachable", engine.Standing ?? "stopped", trust.Snapshot.Sequence),
            statusCode: ready ? 200 : 503);
    }

    private static async Task<bool> IsReached(AuthorityStorage storage, ILogger log, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            await storage.CheckAnswers(limit.Token);
            return true;
        }
        catch (Exception unreachable) when (unreachable is Azure.RequestFailedException or OperationCanceledException or AggregateException)
        {
            StorageUnreachable(log, unreachable);
            return false;
        }
    }

    [LoggerMessage(110, LogLevel.Warning, "Storage does not answer the readiness check")]
    private static partial void StorageUnreachable(ILogger log, Exception cause);
}

/// <summary>The process answers.</summary>
public sealed record Liveness(string Status);

/// <summary>What this node can do.</summary>
/// <param name="Status"><c>ready</c> or <c>not-ready</c>.</param>
/// <param name="Storage"><c>reached</c> or <c>unreachable</c>.</param>
/// <param name="Engine"><c>active</c>, <c>standing-by</c> or <c>stopped</c>.</param>
/// <param name="TrustSequence">Sequence of the trust list in use; null when the authority trusts its own keys alone.</param>
public sealed record Readiness(string Status, string Storage, string Engine, long? TrustSequence);
