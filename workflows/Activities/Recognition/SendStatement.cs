using Certification.Storage.Audit;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>Hands the latest statement to the issuer, once for each statement.</summary>
public sealed class SendStatement(
    RecognitionFiles recognitions, IPeerAuthorities peers, AuthorityProfile authority, TimeProvider clock)
    : IActivity<RecogniseInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, RecogniseInput input, CancellationToken cancellation)
    {
        var record = (await recognitions.Find(input.Number, cancellation))?.State
            ?? throw new InvalidOperationException($"There is no recognition of {input.Number} to send.");
        var sequence = record.Statement.Sequence;
        if (record.SentSequence >= sequence) return new Done(false);

        await peers.SendStatement(record.Issuer, record.Signed, cancellation);
        var noted = await recognitions.Change(
            input.Number, context.OperationId,
            AuditEntry.Of(authority.Self, clock.GetUtcNow(), "recognition.sent", new { To = record.Issuer, Sequence = sequence }),
            current => current! with { SentSequence = Math.Max(current.SentSequence, sequence) },
            cancellation);
        return noted.Succeeded ? new Done(true) : throw new InvalidOperationException(noted.Refusal.Message);
    }
}
