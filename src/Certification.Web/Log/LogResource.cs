using Certification.Signing.Log;
using Certification.Web.Http;
using Certification.Workflows.Activities;

namespace Certification.Web.Log;

/// <summary><c>GET /v1/log</c>: which transparency log this authority keeps, by which keys, and where its files lie.</summary>
public static class LogResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/v1/log", Read).LimitPublicReads()
            .WithSummary("Tells of this authority's transparency log: origin, keys, size, and where checkpoint and tiles lie.")
            .Produces<LogView>();

    private static async Task<IResult> Read(
        AuthorityProfile authority, SigningKeys keys, CosignedCheckpoint checkpoints, CancellationToken cancellation)
    {
        var published = await checkpoints.PublishedAsync(cancellation);
        return TypedResults.Ok(new LogView(
            authority.LogId,
            [.. keys.LogSigners(authority.LogId).Select(signer => signer.Verifier.ToString())],
            keys.Notes?.Witness(authority.WitnessId).Verifier.ToString(),
            published?.Checkpoint.Size ?? 0,
            $"{authority.PublicUrl}/log/{LogPaths.Checkpoint}",
            $"{authority.PublicUrl}/log/{LogPaths.Cosigned}",
            $"{authority.PublicUrl}/log/tile"));
    }
}

/// <summary>A transparency log (C2SP tlog-tiles).</summary>
/// <param name="Origin">What its checkpoints and this authority's certificates call it.</param>
/// <param name="Keys">Its keys as vkeys. Take them from a trust list when it matters: here the log vouches for itself.</param>
/// <param name="Witness">The vkey with which this authority cosigns other logs; absent when its keys are all in a vault.</param>
/// <param name="Size">Entries under the published checkpoint.</param>
/// <param name="Checkpoint">Where the published checkpoint lies.</param>
/// <param name="Cosigned">Where the latest checkpoint lies that a witness has cosigned; nothing lies there before.</param>
/// <param name="Tiles">Where the tiles lie, and the entries beside them.</param>
public sealed record LogView(
    string Origin, IReadOnlyList<string> Keys, string? Witness, ulong Size, string Checkpoint, string Cosigned, string Tiles);
