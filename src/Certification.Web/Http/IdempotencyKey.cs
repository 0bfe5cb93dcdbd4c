using System.Reflection;
using Certification.Domain;
using Certification.Web.Access;
using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Http;

/// <summary>The caller's own name for a creating request: the same key again is the same request, not a second thing.</summary>
public sealed class IdempotencyKey : IBoundArgument, IBindableFromHttpContext<IdempotencyKey>, IEndpointParameterMetadataProvider
{
    /// <summary>Longest key that is taken.</summary>
    public const int MaxLength = 200;

    private readonly string _key;

    private IdempotencyKey(string key, Problem? problem) => (_key, Problem) = (key, problem);

    /// <inheritdoc/>
    public Problem? Problem { get; }

    /// <summary>An id that only this caller gets on this route with this key: 26 lower-case characters without meaning.</summary>
    /// <param name="route">What is created where, such as <c>submissions</c> or <c>s-9f2c/evidence</c>.</param>
    public string IdFor(Caller caller, string route)
    {
        // Separated by a character that none of the parts can contain, so that no two requests share an id.
        var text = string.Join('\n', caller.Issuer, caller.Subject, route, _key);
        return Sha256Digest.Of(System.Text.Encoding.UTF8.GetBytes(text)).Hex[..26];
    }

    /// <inheritdoc/>
    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var sent = context.Request.Headers["Idempotency-Key"];
        var problem = sent.Count switch
        {
            0 => Problem.Of(
                400, "idempotency.key-missing", "A creating request needs an Idempotency-Key header.",
                "Send a fresh random key, and the same key again when you repeat the request."),
            1 when IsWellFormed(sent[0]!) => null,
            _ => Problem.Of(
                400, "idempotency.key-malformed", $"An Idempotency-Key has 1 to {MaxLength} printable ASCII characters.",
                "Send a UUID, for instance."),
        };
        return ValueTask.FromResult<IdempotencyKey?>(new(problem is null ? sent[0]! : "", problem));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new RequestHeader("Idempotency-Key", "The caller's own name for this request.", Required: true));
        foreach (var status in (int[])[400, 422]) builder.Metadata.Add(new ProblemResponse(status));
    }

    /// <summary>The problem for a key that named another request before.</summary>
    public static ProblemAnswer Reused() => ProblemAnswer.Of(
        422, "idempotency.key-reused", "This Idempotency-Key was used before with another body.",
        "Repeat the first request unchanged, or use a fresh key for a new one.");

    private static bool IsWellFormed(string key) => key.Length is > 0 and <= MaxLength && key.All(c => c is > ' ' and <= '~');
}
