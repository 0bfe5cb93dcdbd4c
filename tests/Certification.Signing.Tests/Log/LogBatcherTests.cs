using Certification.Signing.Log;
using Xunit;

namespace Certification.Signing.Tests.Log;

public sealed class LogBatcherTests
{
    private readonly MemoryLogStore _store = new();

    [Fact]
    public async Task Entries_that_come_together_share_a_checkpoint_and_each_has_its_proof()
    {
        await using var batcher = new LogBatcher(new SampleLog(_store).Open(), TimeProvider.System, TimeSpan.FromMilliseconds(200));
        var entries = PlainTree.Entries(50);
        var proofs = await Task.WhenAll(entries.Select(entry => batcher.AddAsync(entry)));
        foreach (var (entry, proof) in entries.Zip(proofs))
        {
            Assert.NotNull(proof.Open(entry.Span, SampleLog.Policy, out _));
        }

        Assert.InRange(proofs.Select(proof => proof.Checkpoint).Distinct().Count(), 1, 3);
        Assert.Equal(50, (await new SampleLog(_store).CheckAsync()).Count);
    }

    [Fact]
    public async Task A_batch_that_fails_says_so_to_each_and_the_next_one_goes_on()
    {
        await using var batcher = new LogBatcher(new SampleLog(_store).Open(), TimeProvider.System, TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<ArgumentException>(() => batcher.AddAsync(new byte[100_000]));
        Assert.NotNull(await batcher.AddAsync(PlainTree.Entries(1)[0]));
    }
}
