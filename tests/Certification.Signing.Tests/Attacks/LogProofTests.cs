using Certification.Signing.Log;
using Certification.Signing.Tests.Log;
using Xunit;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Proofs that an entry is in the log, cut, mixed up or of another log.</summary>
public sealed class LogProofTests
{
    private static readonly ReadOnlyMemory<byte> Entry = PlainTree.Entries(1, from: 5)[0];

    public static TheoryData<string, Func<LogProof, LogProof>, string> Forgeries => new()
    {
        { "a proof cut at its end", proof => proof with { Path = [.. proof.Path.SkipLast(1)] }, "log.proof-invalid" },
        { "a proof cut at its beginning", proof => proof with { Path = [.. proof.Path.Skip(1)] }, "log.proof-invalid" },
        { "a proof of nothing", proof => proof with { Path = [] }, "log.proof-invalid" },
        { "a hash too many", proof => proof with { Path = [.. proof.Path, proof.Path[0]] }, "log.proof-invalid" },
        { "a shortened hash", proof => proof with { Path = [proof.Path[0][..31], .. proof.Path.Skip(1)] }, "log.proof-invalid" },
        { "another order", proof => proof with { Path = [.. proof.Path.Reverse()] }, "log.proof-invalid" },
        { "another index", proof => proof with { Index = proof.Index + 1 }, "log.proof-invalid" },
        { "an index beyond the tree", proof => proof with { Index = ulong.MaxValue }, "log.proof-invalid" },
        { "another size in the checkpoint", proof => proof with { Checkpoint = proof.Checkpoint.Replace("\n300\n", "\n299\n") }, "log.signature-invalid" },
        { "another origin in the checkpoint", proof => proof with { Checkpoint = proof.Checkpoint.Replace("xa.example/log\n", "xb.example/log\n") }, "log.origin-unknown" },
        { "a checkpoint without signature", proof => proof with { Checkpoint = proof.Checkpoint[..(proof.Checkpoint.IndexOf("\n\n", StringComparison.Ordinal) + 2)] }, "log.checkpoint-malformed" },
        { "no checkpoint", proof => proof with { Checkpoint = "" }, "log.checkpoint-malformed" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_log_proof_is_refused(string name, Func<LogProof, LogProof> forge, string code)
    {
        var proof = await Prove();
        Assert.NotNull(proof.Open(Entry.Span, SampleLog.Policy, out _));
        Assert.Null(forge(proof).Open(Entry.Span, SampleLog.Policy, out var fault));
        Assert.Equal((name, code), (name, fault!.Code));
    }

    [Fact]
    public async Task A_proof_of_one_entry_proves_no_other()
    {
        Assert.Null((await Prove()).Open(PlainTree.Entries(1, from: 6)[0].Span, SampleLog.Policy, out var fault));
        Assert.Equal("log.proof-invalid", fault!.Code);
    }

    [Fact]
    public async Task An_inner_node_is_no_entry()
    {
        // Without the byte in front, the two hashes below the root's left child would be an entry of a smaller tree.
        var entries = PlainTree.Entries(2);
        byte[] inner = [.. MerkleHash.Leaf(entries[0].Span), .. MerkleHash.Leaf(entries[1].Span)];
        Assert.False(new InclusionProof(0, 1, []).Holds(MerkleHash.Leaf(inner), PlainTree.Root(entries)));
        var proof = await Prove();
        Assert.True(LogProof.TryParse(proof.ToString(), out var read));
        Assert.Equal(proof.ToString(), read.ToString());
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2")]
    [InlineData("index 5", "index 05")]
    [InlineData("index 5", "index -5")]
    [InlineData("index 5\n", "index 5\nAAAA\n")]
    [InlineData("index 5\n", "extra AAAA\nindex 5\n")]
    public async Task A_proof_in_another_form_is_no_proof(string old, string replacement) =>
        Assert.False(LogProof.TryParse((await Prove()).ToString().Replace(old, replacement), out _));

    private static async Task<LogProof> Prove()
    {
        var log = new SampleLog(new MemoryLogStore()).Open();
        var batch = await log.AppendAsync(PlainTree.Entries(300));
        var proof = await log.Tree(300).ProveInclusionAsync(5);
        return new(proof.Index, proof.Path, batch.Note.ToString());
    }
}
