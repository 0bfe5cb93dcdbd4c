using Certification.Domain;
using Certification.Storage.Lists;
using Certification.Testing;
using Certification.Testing.Faults;
using CsCheck;
using Xunit;

namespace Certification.Storage.Tests.Lists;

public sealed class IndexesTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_in_key_order_give_every_row_once_and_end_without_a_token()
    {
        var indexes = new Indexes(await azurite.NewStorage());
        foreach (var n in Enumerable.Range(0, 25).Reverse())
        {
            await indexes.Apply(Row($"k{n:D2}", "{}"), 1, Stop);
        }

        var (keys, token, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = (await indexes.Page("list", "all", token, 10, Stop)).Value!;
            keys.AddRange(page.Rows.Select(row => row.Key));
            (token, pages) = (page.Next, pages + 1);
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(0, 25).Select(n => $"k{n:D2}"), keys);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task Newest_first_keys_list_the_latest_first()
    {
        var indexes = new Indexes(await azurite.NewStorage());
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var day in (int[])[2, 0, 1])
        {
            await indexes.Apply(Row(IndexChange.NewestFirst(start.AddDays(day), $"s{day}"), $"{day}"), 1, Stop);
        }

        var page = (await indexes.Page("list", "all", null, 10, Stop)).Value!;

        Assert.Equal(["2", "1", "0"], page.Rows.Select(row => row.RowJson));
    }

    [Fact]
    public async Task A_removed_row_is_gone_and_removing_it_again_is_no_error()
    {
        var indexes = new Indexes(await azurite.NewStorage());
        await indexes.Apply(Row("k", "{}"), 1, Stop);
        await indexes.Apply(Row("k", null), 2, Stop);
        await indexes.Apply(Row("k", null), 3, Stop);

        Assert.Null(await indexes.Find("list", "all", "k", Stop));
        Assert.Empty((await indexes.Page("list", "all", null, 10, Stop)).Value!.Rows);
    }

    [Fact]
    public async Task Messages_in_any_order_and_number_leave_what_the_highest_one_says() =>
        await Gen.Select(Gen.Int[1, 6].Array[1, 12], Gen.Int).SampleAsync(async (sequences, seed) =>
        {
            var indexes = new Indexes(await azurite.NewStorage(new StorageClientSettings
            {
                PerAttempt = new FaultyTransport(seed), RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 10,
            }));

            await Task.WhenAll(sequences.Select(n => indexes.Apply(Row("k", n % 3 == 0 ? null : $"{n}"), n, Stop)));

            var (row, last) = (await indexes.Find("list", "all", "k", Stop), sequences.Max());
            Assert.Equal(last % 3 == 0 ? null : $"{last}", row?.RowJson);
        }, iter: 15, threads: 1);

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("YWJj")]
    [InlineData("bGlzdH5hbGwKfn5-")]
    public async Task A_token_that_this_list_did_not_give_is_refused(string token) => Assert.Equal(
        "page.token-unknown",
        (await new Indexes(await azurite.NewStorage()).Page("list", "all", token, 10, Stop)).Refusal!.Code);

    [Fact]
    public async Task A_token_of_another_list_is_refused_and_a_token_needs_no_escaping_in_a_URL()
    {
        var indexes = new Indexes(await azurite.NewStorage());
        await indexes.Apply(Row("äöü/?", "{}"), 1, Stop);
        await indexes.Apply(Row("z", "{}"), 1, Stop);
        var token = (await indexes.Page("list", "all", null, 1, Stop)).Value!.Next!;

        Assert.Equal("page.token-unknown", (await indexes.Page("list", "mine", token, 1, Stop)).Refusal!.Code);
        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public async Task A_page_size_out_of_range_is_refused(int size) => Assert.Equal(
        (RefusalKind.Invalid, "page.size-out-of-range"),
        await new Indexes(await azurite.NewStorage()).Page("list", "all", null, size, Stop) is { Refusal: { } refusal }
            ? (refusal.Kind, refusal.Code) : default);

    private static IndexChange Row(string key, string? json) => new("list", "all", key, json);
}
