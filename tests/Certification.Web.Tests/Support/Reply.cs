using System.Net;
using System.Text.Json.Nodes;
using Certification.Domain;

namespace Certification.Web.Tests.Support;

/// <summary>An answer, read to its end.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, string? ETag, string? ContentType, ILookup<string, string> Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The reason code of a problem.</summary>
    public string? Code => ContentType == "application/problem+json" ? (string?)Json["code"] : null;

    /// <summary>The body as a value.</summary>
    public T Read<T>() => DomainJson.Read<T>(System.Text.Encoding.UTF8.GetBytes(Text));

    /// <summary>Reads an answer.</summary>
    public static async Task<Reply> Of(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.ETag?.ToString(),
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.SelectMany(header => header.Value.Select(value => (header.Key, value))).ToLookup(pair => pair.Key, pair => pair.value));

    /// <summary>Asserts that this is the problem with this status and code, complete as RFC 9457 and the contract have it.</summary>
    public Reply IsProblem(int status, string code)
    {
        Assert.True(status == (int)Status && code == Code, $"Wanted {status} {code}, got {(int)Status} {ContentType}: {Text}");
        Assert.Equal($"urn:certification:problem:{code}", (string?)Json["type"]);
        Assert.Equal(status, (int)Json["status"]!);
        Assert.All(["title", "detail", "nextStep", "instance"], member => Assert.False(string.IsNullOrWhiteSpace((string?)Json[member])));
        return this;
    }

    /// <summary>Asserts success.</summary>
    public Reply Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"Wanted {(int)status}, got {(int)Status}: {Text}");
        return this;
    }
}
