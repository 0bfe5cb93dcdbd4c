using System.Globalization;
using System.Text;
using Certification.Domain;

namespace Certification.Storage.Changes;

/// <summary>How a POST that creates something becomes idempotent: the new subject's id follows from who asks, where, and
/// under which Idempotency-Key, so that a repeated request meets the subject that the first one made.</summary>
/// <param name="SubjectId">For <see cref="Subjects.Change"/>, such as <c>submission:4bd1…</c> (32 hex digits).</param>
/// <param name="OperationId">For <see cref="Subjects.Change"/>.</param>
/// <param name="RequestDigest">For <see cref="Subjects.Change"/>: another body under the same key is refused with
/// <c>idempotency.key-reused</c>.</param>
public sealed record IdempotentRequest(string SubjectId, string OperationId, Sha256Digest RequestDigest)
{
    /// <summary>The request that creates a subject of a kind.</summary>
    /// <param name="kind">First part of the subject's id, such as <c>submission</c>.</param>
    /// <param name="route">The route template with the values filled in, such as <c>/v1/submissions</c>.</param>
    /// <param name="key">The Idempotency-Key header as sent.</param>
    /// <param name="body">The bytes of the request as sent.</param>
    public static IdempotentRequest Creates(
        string kind, Actor caller, string route, string key, ReadOnlySpan<byte> body) =>
        new($"{kind}:{Name(caller, route, key).Hex[..32]}", $"create-{Name(caller, route, key).Hex}", Sha256Digest.Of(body));

    /// <summary>The operation id for a POST on a subject that exists already, under an Idempotency-Key.</summary>
    public static string OperationOn(string subjectId, Actor caller, string route, string key) =>
        $"post-{Name(caller, $"{subjectId} {route}", key).Hex}";

    // Counted fields (netstrings): two different triples never give the same text.
    private static Sha256Digest Name(Actor caller, string route, string key)
    {
        var text = new StringBuilder();
        foreach (var field in (string[])[caller.Issuer, caller.Subject, route, key])
        {
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},");
        }

        return Sha256Digest.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
