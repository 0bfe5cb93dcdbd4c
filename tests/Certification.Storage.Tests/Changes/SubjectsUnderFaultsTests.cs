using Certification.Storage.Changes;
using Certification.Testing;
using Certification.Testing.Faults;
using CsCheck;
using Xunit;

namespace Certification.Storage.Tests.Changes;

public sealed class SubjectsUnderFaultsTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_reply_is_recognised_as_our_own_write()
    {
        // The SDK sends the transaction again and is told 409: the operation row is there.
        var storage = await azurite.NewStorage(new StorageClientSettings
        {
            PerAttempt = new ReplyLostOnce(write: 1), RetryDelay = TimeSpan.FromMilliseconds(1),
        });

        var change = await new SubjectStoreUnderTest(storage).Subjects
            .Change<Counter>("counter:a", "op-1", Counter.Increment, cancellation: Stop);

        Assert.Equal((1, false), (change.Value!.State.Value, change.Value.Replayed));
    }

    [Fact]
    public async Task After_a_crash_at_any_write_the_same_operation_again_stands_exactly_once()
    {
        for (var write = 1; ; write++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var (prefix, crash) = (AzuriteFixture.NewPrefix(), new CrashAtWrite(write, after));
                await AuthorityStorage.Open(azurite.Address, prefix).CreateMissing(Stop);
                var dying = AuthorityStorage.Open(azurite.Address, prefix, new StorageClientSettings { PerAttempt = crash });
                await Record.ExceptionAsync(() => Increment(dying));
                if (!crash.Happened)
                {
                    return;
                }

                var restarted = new SubjectStoreUnderTest(AuthorityStorage.Open(azurite.Address, prefix));
                var again = await restarted.Subjects.Change<Counter>(
                    "counter:a", "op-1", Counter.IncrementAndTell, cancellation: Stop);

                Assert.Equal(1, again.Value!.State.Value);
                Assert.Equal(1, await restarted.Subjects.ReadAudit("counter:a", Stop).CountAsync(Stop));
            }
        }
    }

    [Fact]
    public async Task On_a_bad_day_any_mix_of_new_and_repeated_operations_counts_each_operation_once() =>
        await Gen.Select(Gen.Int[0, 5].Array[1, 25], Gen.Int).SampleAsync(async (operations, seed) =>
        {
            var storage = await azurite.NewStorage(new StorageClientSettings
            {
                PerAttempt = new FaultyTransport(seed, rate: 0.2), RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 12,
            });
            var store = new SubjectStoreUnderTest(storage);
            foreach (var operation in operations)
            {
                await store.Subjects.Change<Counter>(
                    "counter:a", $"op-{operation}", Counter.IncrementAndTell, cancellation: Stop);
            }

            await store.Outbox.Sweep(DateTimeOffset.UtcNow, Stop);
            var distinct = operations.Distinct().Count();
            var found = await store.Subjects.Find<Counter>("counter:a", Stop);
            Assert.Equal((distinct, distinct), (found!.State.Value, found.AuditCount));
            Assert.Equal(distinct, await store.Subjects.ReadAudit("counter:a", Stop).CountAsync(Stop));
            Assert.Equal(distinct, store.Told.Select(told => told.Sequence).Distinct().Count());
        }, iter: 12, threads: 1);

    private static Task Increment(AuthorityStorage storage) => new SubjectStoreUnderTest(storage).Subjects
        .Change<Counter>("counter:a", "op-1", Counter.IncrementAndTell, cancellation: Stop);
}
