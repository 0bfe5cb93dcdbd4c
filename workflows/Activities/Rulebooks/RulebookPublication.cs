using System.Text;
using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Certification.Signing.Json;
using Certification.Signing.Log;
using Certification.Storage.Blobs;
using Certification.Storage.Outbox;
using Certification.Workflows.Activities.Log;

namespace Certification.Workflows.Activities.Rulebooks;

/// <summary>Publishes adopted rulebooks as static files: the text, named by id and version, and the same text signed by the
/// authority. The message to do so is written with the adoption, so that none is adopted and not published.</summary>
public sealed class RulebookPublication(PublicBlobs blobs, RulebookFiles rulebooks, SigningKeys keys, AuthorityLog log)
{
    /// <summary>The outbox kind of <see cref="Message"/>.</summary>
    public const string OutboxKind = "rulebook";

    /// <summary>Where a text is published, such as <c>rulebooks/xa-1.0.0.json</c>.</summary>
    public static string PathOf(RulebookReference rulebook) => $"rulebooks/{RulebookVersion.NameOf(rulebook)}.json";

    /// <summary>Where the same text stands signed, as a compact JWS.</summary>
    public static string SignedPathOf(RulebookReference rulebook) => $"{PathOf(rulebook)}.jws";

    /// <summary>The message that publishes a version.</summary>
    public static OutboxMessage Message(RulebookVersion version) => OutboxMessage.Of(OutboxKind, version, version.Name);

    /// <summary>The outbox handler.</summary>
    /// <exception cref="InvalidOperationException">Another text is published under the name of this one.</exception>
    public async Task Deliver(OutboxDelivery delivery, CancellationToken cancellation)
    {
        if (await Publish(delivery.Payload<RulebookVersion>(), cancellation) is { } refusal)
            throw new InvalidOperationException(refusal.Message);
    }

    /// <summary>Publishes a version and the floor beneath it. Idempotent.</summary>
    /// <returns>Null, or <c>public.content-differs</c> when another text is published under its name.</returns>
    public async Task<Refusal?> Publish(RulebookVersion version, CancellationToken cancellation) =>
        await Publish(version.Floor, cancellation) ?? await Publish(version.Rulebook, cancellation);

    private async Task<Refusal?> Publish(RulebookReference reference, CancellationToken cancellation)
    {
        var text = DomainJson.Bytes(await rulebooks.Read(reference.Digest, cancellation));
        await log.Enter(LogEntry.Of(reference), cancellation);
        var put = await blobs.PutOnce(PathOf(reference), text, "application/json", cancellation);
        // Every signature has other bytes: the one that is published stays.
        if (!put.Succeeded || await blobs.Find(SignedPathOf(reference), cancellation) is not null) return put.Refusal;
        var signed = await SignedJson.SignBytesAsync(SignedJsonTypes.Rulebook, text, keys.Statement, cancellation);
        // Another process may have signed meanwhile, and its signature is as good as ours: then this write is refused.
        await blobs.PutOnce(SignedPathOf(reference), Encoding.ASCII.GetBytes(signed), "application/jose", cancellation);
        return null;
    }
}
