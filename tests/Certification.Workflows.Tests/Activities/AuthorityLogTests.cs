using System.Text;
using Certification.Domain;
using Certification.Signing.Log;
using Certification.Storage;
using Certification.Testing;
using Certification.Testing.Faults;

namespace Certification.Workflows.Tests.Activities;

public sealed class AuthorityLogTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly LogEntry Entry = new(LogEntryKind.Rulebook, "floor@1.0.0", Sha256Digest.Of("floor"u8));

    [Fact]
    public async Task What_was_entered_has_a_proof_that_anybody_checks()
    {
        await using var log = new OpenedLog(await azurite.NewStorage());
        var entered = await log.Authority.Enter(Entry, Stop);

        Assert.NotNull(entered.Open(Entry.Bytes(), OpenedLog.Policy, out _));
        Assert.True(LogProof.TryParse((await log.Authority.Proof(Entry, Stop))!, out var later));
        Assert.NotNull(later.Open(Entry.Bytes(), OpenedLog.Policy, out _));
    }

    [Fact]
    public async Task What_was_never_entered_has_no_proof()
    {
        await using var log = new OpenedLog(await azurite.NewStorage());
        Assert.Null(await log.Authority.Proof(Entry, Stop));
    }

    [Fact]
    public async Task The_same_entry_twice_stands_there_once_also_for_another_process()
    {
        var storage = await azurite.NewStorage();
        await using var log = new OpenedLog(storage);
        await using var other = new OpenedLog(storage);
        var first = await log.Authority.Enter(Entry, Stop);
        await log.Authority.Enter(Entry with { Subject = "floor@1.0.1" }, Stop);

        Assert.Equal(first.Index, (await other.Authority.Enter(Entry, Stop)).Index);
        Assert.Equal(2, (await log.Entries(Stop)).Count);
    }

    [Fact]
    public async Task Many_at_once_from_two_processes_all_stand_there()
    {
        var storage = await azurite.NewStorage();
        await using var log = new OpenedLog(storage);
        await using var other = new OpenedLog(storage);
        var entries = Enumerable.Range(0, 40).Select(number => Entry with { Subject = $"entry {number}" }).ToList();
        var proofs = await Task.WhenAll(entries.Select((entry, at) => (at % 2 == 0 ? log : other).Authority.Enter(entry, Stop)));

        Assert.All(entries.Zip(proofs), pair => Assert.NotNull(pair.Second.Open(pair.First.Bytes(), OpenedLog.Policy, out _)));
        Assert.Equal(40, (await log.Entries(Stop)).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kill_at_any_write_and_a_retry_leave_the_entry_there_once(bool after)
    {
        var deaths = 0;
        for (var write = 1; ; write++, deaths++)
        {
            var crash = new CrashAtWrite(write, after);
            var prefix = AzuriteFixture.NewPrefix();
            await AuthorityStorage.Open(azurite.Address, prefix).CreateMissing(Stop);
            await using (var dying = new OpenedLog(AuthorityStorage.Open(azurite.Address, prefix, new StorageClientSettings { PerAttempt = crash })))
            {
                await Record.ExceptionAsync(() => dying.Authority.Enter(Entry, Stop));
            }

            await using var log = new OpenedLog(AuthorityStorage.Open(azurite.Address, prefix));
            var proof = await log.Authority.Enter(Entry, Stop);
            Assert.NotNull(proof.Open(Entry.Bytes(), OpenedLog.Policy, out _));
            Assert.Equal(Encoding.UTF8.GetString(Entry.Bytes()), Assert.Single(await log.Entries(Stop)));
            if (!crash.Happened) break;
        }

        // Head and checkpoint of the empty log, place, staging, head, two tiles, checkpoint, place.
        Assert.True(deaths >= 9, $"{deaths} writes");
    }
}
