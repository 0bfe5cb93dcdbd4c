using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Storage.Tests;

public sealed class AuthorityStorageTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creating_what_is_missing_twice_is_no_error() =>
        await (await azurite.NewStorage()).CreateMissing(Stop);

    [Fact]
    public async Task Two_authorities_on_one_account_do_not_see_each_other()
    {
        var (xa, xb) = (await azurite.NewStorage(), await azurite.NewStorage());
        await xa.Container(StorageNames.PublicContainer).GetBlobClient("x").UploadAsync(BinaryData.FromString("xa"), Stop);

        Assert.False((await xb.Container(StorageNames.PublicContainer).GetBlobClient("x").ExistsAsync(Stop)).Value);
    }

    [Theory]
    [InlineData("1a")]
    [InlineData("XA")]
    [InlineData("x-a")]
    [InlineData("abcdefghijklmnopqrstu")]
    public void A_prefix_that_no_table_can_have_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(() => AuthorityStorage.Open(azurite.Address, prefix));

    [Fact]
    public async Task Storage_that_answers_is_well_and_storage_that_does_not_is_said_so()
    {
        await (await azurite.NewStorage()).CheckAnswers(Stop);
        var down = await azurite.NewStorage(new StorageClientSettings
        {
            PerAttempt = new FaultyTransport(seed: 1, rate: 1), MaxRetries = 1, RetryDelay = TimeSpan.FromMilliseconds(1),
        });

        await Assert.ThrowsAnyAsync<Exception>(() => down.CheckAnswers(Stop));
    }
}
