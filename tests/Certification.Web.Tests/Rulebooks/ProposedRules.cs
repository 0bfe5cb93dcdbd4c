using System.Text.Json.Nodes;
using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Testing;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Rulebooks;

/// <summary>Bodies of proposals: the additions of XA as they stand in the repository, with a higher version.</summary>
internal static class ProposedRules
{
    private static int _minor = 1;

    /// <summary>A body with additions of a version that no other test has.</summary>
    /// <param name="days">From today to the day on which they take effect.</param>
    internal static JsonObject Body(int days = 9, Action<JsonObject>? change = null)
    {
        var additions = JsonNode.Parse(File.ReadAllText(
            RepositoryRoot.File("src", "Certification.Domain", "Rulebooks", "Data", "xa-1.0.0.json")))!.AsObject();
        additions["version"] = $"1.{Interlocked.Increment(ref _minor)}.0";
        additions["effectiveFrom"] = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd");
        change?.Invoke(additions);
        return new JsonObject { ["reason"] = "Agents need more scrutiny.", ["additions"] = additions };
    }

    internal static object Adopt { get; } = new { Result = "adopted", Reason = "Agreed." };

    internal static object Reject { get; } = new { Result = "rejected", Reason = "Too early." };

    /// <summary>Proposes, and reads the answer.</summary>
    internal static async Task<(string Path, string ETag, JsonNode View)> Propose(Person officer, JsonObject? body = null)
    {
        var reply = (await officer.Post("/v1/rulebooks/proposals", body ?? Body(), key: Guid.NewGuid().ToString()))
            .Is(System.Net.HttpStatusCode.Created);
        return ($"/v1/rulebooks/proposals/{reply.Json["id"]}", reply.ETag!, reply.Json);
    }
}
