using System.Globalization;
using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Storage.Outbox;

namespace Certification.Storage.Tests.Changes;

/// <summary>The smallest subject: it counts its changes.</summary>
internal sealed record Counter(int Value)
{
    internal static Outcome<Change<Counter>> Increment(Counter? current)
    {
        var next = new Counter((current?.Value ?? 0) + 1);
        return new Change<Counter>(
            next, [Entry("counter.incremented")], [], next.Value.ToString(CultureInfo.InvariantCulture));
    }

    internal static Outcome<Change<Counter>> IncrementAndTell(Counter? current)
    {
        var next = new Counter((current?.Value ?? 0) + 1);
        return new Change<Counter>(
            next, [Entry("counter.incremented")], [OutboxMessage.Of("told", next, $"message-{next.Value}")]);
    }

    internal static Outcome<Change<Counter>> Create(Counter? current) => current is null
        ? new Change<Counter>(new Counter(0), [Entry("counter.created")], [])
        : new Refusal(RefusalKind.OutOfStep, "counter.exists", "It exists.", "Increment it.");

    internal static AuditEntry Entry(string code) => AuditEntry.Of(
        new Actor("urn:test", "tester", "acme", "officer"),
        new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), code, new { by = 1 });
}
