using Certification.Storage.Changes;
using Certification.Storage.Outbox;

namespace Certification.Storage.Tests.Changes;

/// <summary>Subjects with an outbox that remembers what was delivered (kind <c>told</c>) and which deliveries failed.</summary>
internal sealed class SubjectStoreUnderTest
{
    internal SubjectStoreUnderTest(AuthorityStorage storage)
    {
        Outbox = new OutboxDispatcher(storage, (subject, error) => Failures.Add((subject, error)))
            .On("told", (delivery, _) => Tell(delivery));
        Subjects = new Subjects(storage, Outbox);
    }

    internal Subjects Subjects { get; }

    internal OutboxDispatcher Outbox { get; }

    internal List<OutboxDelivery> Told { get; } = [];

    internal List<(string Subject, Exception Error)> Failures { get; } = [];

    internal Func<OutboxDelivery, Task>? BeforeTold { get; set; }

    private async Task Tell(OutboxDelivery delivery)
    {
        await (BeforeTold?.Invoke(delivery) ?? Task.CompletedTask);
        Told.Add(delivery);
    }
}
