using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Testing;
using Certification.Testing.Certificates;
using Certification.Testing.Faults;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Log;

namespace Certification.Workflows.Tests.Activities;

/// <summary>XB as the witness of XA's log.</summary>
public sealed class AuthorityWitnessTests(AzuriteFixture azurite) : IDisposable
{
    private const string Origin = "xa.example/log";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB", "Authority of Beispielland");

    public void Dispose()
    {
        _xa.Dispose();
        _xb.Dispose();
    }

    [Fact]
    public async Task A_log_that_grows_is_cosigned_and_a_log_that_shrinks_is_not()
    {
        var witness = await Witness(await azurite.NewStorage());
        var (one, two) = (Tree(1), Tree(2));

        var first = await Cosign(witness, await Request(0, one));
        var second = await Cosign(witness, await Request(1, two, await Consistency(1, 2)));
        var back = await Cosign(witness, await Request(0, one));

        var key = _xb.Keys.Notes.Witness("xb.example/witness").Verifier;
        Assert.All([first, second], answer => Assert.Equal((key.Name, key.KeyId), (answer.Cosignature!.Name, answer.Cosignature.KeyId)));
        Assert.Equal(("witness.size-differs", 2UL), (back.Fault!.Code, back.Known));
    }

    [Fact]
    public async Task A_second_history_is_cosigned_neither_by_this_process_nor_by_the_next()
    {
        var storage = await azurite.NewStorage();
        await Cosign(await Witness(storage), await Request(0, Tree(2)));
        var other = Tree(3, "other");

        var answer = await Cosign(await Witness(storage), await Request(2, other, [new byte[32], new byte[32]]));

        Assert.Equal("witness.inconsistent", answer.Fault!.Code);
        Assert.Null(answer.Cosignature);
    }

    [Fact]
    public async Task The_same_checkpoint_is_cosigned_again()
    {
        var witness = await Witness(await azurite.NewStorage());
        await Cosign(witness, await Request(0, Tree(2)));
        Assert.NotNull((await Cosign(witness, await Request(2, Tree(2)))).Cosignature);
    }

    [Fact]
    public async Task Its_own_log_and_a_strangers_are_unknown_to_it()
    {
        var witness = await Witness(await azurite.NewStorage());
        foreach (var origin in (string[])["xb.example/log", "xq.example/log"])
        {
            var note = await (Tree(1) with { Origin = origin }).SignAsync([_xb.Keys.Notes.Log(origin)], Stop);
            Assert.Equal("log.origin-unknown", (await Cosign(witness, new WitnessRequest(0, [], note.ToString()))).Fault!.Code);
        }
    }

    [Fact]
    public async Task A_checkpoint_that_the_log_did_not_sign_is_refused()
    {
        var witness = await Witness(await azurite.NewStorage());
        var note = await Tree(1).SignAsync([_xb.Keys.Notes.Log(Origin)], Stop);
        Assert.Equal("log.signature-invalid", (await Cosign(witness, new WitnessRequest(0, [], note.ToString()))).Fault!.Code);
    }

    [Fact]
    public async Task A_kill_around_the_write_never_leaves_a_cosignature_that_is_not_remembered()
    {
        foreach (var after in (bool[])[false, true])
        {
            var prefix = AzuriteFixture.NewPrefix();
            await AuthorityStorage.Open(azurite.Address, prefix).CreateMissing(Stop);
            var crash = new CrashAtWrite(1, after);
            var dying = await Witness(AuthorityStorage.Open(azurite.Address, prefix, new StorageClientSettings { PerAttempt = crash }));
            await Assert.ThrowsAnyAsync<Exception>(async () => await Cosign(dying, await Request(0, Tree(2))));

            var answer = await Cosign(await Witness(AuthorityStorage.Open(azurite.Address, prefix)), await Request(0, Tree(2, "other")));
            Assert.Equal(after, answer.Cosignature is null);
        }
    }

    [Fact]
    public async Task Of_two_histories_at_once_one_is_cosigned()
    {
        var storage = await azurite.NewStorage();
        var (one, other) = (await Witness(storage), await Witness(storage));
        var requests = new[] { await Request(0, Tree(2)), await Request(0, Tree(2, "other")) };
        var answers = await Task.WhenAll(Cosign(one, requests[0]), Cosign(other, requests[1]));
        Assert.Single(answers, answer => answer.Cosignature is not null);
    }

    private static Checkpoint Tree(int size, string text = "entry")
    {
        var edge = TreeEdge.Empty.Append(Entries(size, text)).Edge;
        return new(Origin, edge.Size, edge.Root());
    }

    private static ReadOnlyMemory<byte>[] Entries(int size, string text) =>
        [.. Enumerable.Range(0, size).Select(n => new ReadOnlyMemory<byte>(System.Text.Encoding.UTF8.GetBytes($"{text} {n}")))];

    private static async Task<IReadOnlyList<byte[]>> Consistency(ulong from, int to)
    {
        var tiles = TreeEdge.Empty.Append(Entries(to, "entry")).Tiles.ToDictionary(tile => tile.Path, tile => tile.Content);
        return (await new TreeReader((ulong)to, path => Task.FromResult(tiles[path])).ProveConsistencyAsync(from)).Path;
    }

    private async Task<WitnessRequest> Request(ulong old, Checkpoint tree, IReadOnlyList<byte[]>? path = null) =>
        new(old, path ?? [], (await tree.SignAsync([_xa.Keys.Notes.Log(Origin)], Stop)).ToString());

    private async Task<AuthorityWitness> Witness(AuthorityStorage storage) => new(
        new CurrentTrust(await _xb.TrustAsync(_xb.TrustList(_xa))), SigningKeys.Of(_xb.Keys),
        new AuthorityProfile("XB", "Authority of Beispielland", "https://xb.example", "https://xb.example/public"), new WitnessMemory(storage));

    private static Task<WitnessAnswer> Cosign(AuthorityWitness witness, WitnessRequest request) =>
        witness.Cosign(request, SampleDraft.Day, Stop);
}
