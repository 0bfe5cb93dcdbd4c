using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Http;

/// <summary>The caller's own name for a creating request: the same key again is the same request, not a second thing.</summary>
public sealed class IdempotencyKey : IBoundArgument, IBindableFromHttpContext<IdempotencyKey>, IEndpointParameterMetadataProvider
{
    /// <summary>Longest key that is taken.</summary>
    public const int MaxLength = 200;

    private IdempotencyKey(string text, Problem? problem) => (Text, Problem) = (text, problem);

    /// <inheritdoc/>
    public Problem? Problem { get; }

    /// <summary>The key as sent.</summary>
    public string Text { get; }

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

    private static bool IsWellFormed(string key) => key.Length is > 0 and <= MaxLength && key.All(c => c is > ' ' and <= '~');
}
