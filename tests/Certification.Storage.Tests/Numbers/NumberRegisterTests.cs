using Certification.Storage.Numbers;
using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Storage.Tests.Numbers;

public sealed class NumberRegisterTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_rise_from_one_within_a_year_and_begin_again_in_the_next()
    {
        var register = Register(await azurite.NewStorage());

        var numbers = new List<string>();
        foreach (var (caseId, year) in (ValueTuple<string, int>[])[("a", 2026), ("b", 2026), ("c", 2027)])
        {
            numbers.Add((await register.Reserve(caseId, year, Stop)).Number);
        }

        Assert.Equal(["XA-2026-000001", "XA-2026-000002", "XA-2027-000001"], numbers);
    }

    [Fact]
    public async Task The_same_case_gets_the_same_reservation_also_in_another_year()
    {
        var register = Register(await azurite.NewStorage());

        Assert.Equal(await register.Reserve("a", 2026, Stop), await register.Reserve("a", 2027, Stop));
    }

    [Fact]
    public async Task Twenty_cases_at_once_on_a_bad_day_get_twenty_numbers_and_twenty_places()
    {
        var faults = new FaultyTransport(seed: 7);
        var register = Register(await azurite.NewStorage(new StorageClientSettings
        {
            PerAttempt = faults, RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 10,
        }));

        var reservations = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => register.Reserve($"case-{n}", 2026, Stop)));

        Assert.Equal(20, reservations.Select(reservation => reservation.Number).Distinct().Count());
        Assert.Equal(20, reservations.Select(reservation => (reservation.StatusList, reservation.StatusIndex)).Distinct().Count());
        Assert.True(faults.Faults > 5, "The bad day was a good one.");
    }

    [Fact]
    public async Task A_place_that_is_taken_is_drawn_again()
    {
        var draws = new Queue<int>([5, 5, 5, 6]);
        var register = new NumberRegister(await azurite.NewStorage(), "XA", _ => draws.Dequeue());

        var places = new[]
        {
            (await register.Reserve("a", 2026, Stop)).StatusIndex,
            (await register.Reserve("b", 2026, Stop)).StatusIndex,
        };

        Assert.Equal([5, 6], places);
    }

    [Fact]
    public async Task A_list_that_is_half_full_is_followed_by_the_next()
    {
        var storage = await azurite.NewStorage();
        var register = Register(storage);
        await register.Reserve("a", 2026, Stop);
        var table = storage.Table(StorageNames.NumbersTable);
        var row = (await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(
            "certificates", "status-list", cancellationToken: Stop)).Value;
        row["Used"] = NumberRegister.StatusListSize / 2;
        await table.UpdateEntityAsync(row, row.ETag, cancellationToken: Stop);

        Assert.Equal(2, (await register.Reserve("b", 2026, Stop)).StatusList);
        Assert.Equal(2, (await register.Reserve("c", 2026, Stop)).StatusList);
    }

    [Fact]
    public async Task After_a_crash_at_any_write_the_case_has_one_number_and_the_next_case_another()
    {
        for (var write = 1; ; write++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var (prefix, crash) = (AzuriteFixture.NewPrefix(), new CrashAtWrite(write, after));
                var storage = AuthorityStorage.Open(azurite.Address, prefix);
                await storage.CreateMissing(Stop);
                var dying = AuthorityStorage.Open(azurite.Address, prefix, new StorageClientSettings { PerAttempt = crash });
                await Record.ExceptionAsync(() => Register(dying).Reserve("a", 2026, Stop));
                if (!crash.Happened)
                {
                    return;
                }

                var again = await Register(storage).Reserve("a", 2026, Stop);
                var next = await Register(storage).Reserve("b", 2026, Stop);

                Assert.Equal(("XA-2026-000001", "XA-2026-000002"), (again.Number, next.Number));
            }
        }
    }

    private static NumberRegister Register(AuthorityStorage storage) =>
        new(storage, "XA", System.Security.Cryptography.RandomNumberGenerator.GetInt32);
}
