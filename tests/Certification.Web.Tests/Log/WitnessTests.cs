using System.Net;
using System.Text;
using Certification.Signing.Log;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Log;

/// <summary>XA as a witness over HTTP, answering as C2SP tlog-witness numbers the answers. The log that it watches is XB's.</summary>
public sealed class WitnessTests(AuthorityFixture xa)
{
    private const string Origin = "127.0.0.1:1/log";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_grows_gets_dated_cosignatures_and_one_that_forks_none()
    {
        var (one, two, fork) = (Tree("a"), Tree("a", "b"), Tree("a", "x"));
        var leaf = MerkleHash.Leaf("b"u8);

        var first = (await Ask(0, one)).Is(HttpStatusCode.OK);
        var answer = SignedNote.TryParse($"{one.Text}\n{first.Text}", out var note) ? note : null;
        var witness = (WitnessVerifier)Key(await WitnessKey());
        Assert.InRange(witness.CosignedAt(answer!)!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow());

        (await Ask(1, two, leaf)).Is(HttpStatusCode.OK);
        var unaware = (await Ask(0, two)).Is(HttpStatusCode.Conflict);
        Assert.Equal(("2\n", "text/x.tlog.size"), (unaware.Text, unaware.ContentType));
        (await Ask(2, fork)).IsProblem(422, "witness.inconsistent");
    }

    [Fact]
    public async Task What_the_log_did_not_sign_is_403() =>
        (await Post(new WitnessRequest(0, [], (await Tree("a").SignAsync([new Ed25519NoteSigner(Origin, new byte[32])], Stop)).ToString()).ToString()))
            .IsProblem(403, "log.signature-invalid");

    [Fact]
    public async Task A_log_that_nobody_trusts_is_404()
    {
        var stranger = Tree("a") with { Origin = "stranger.example/log" };
        var note = await stranger.SignAsync([new Ed25519NoteSigner(stranger.Origin, new byte[32])], Stop);
        (await Post(new WitnessRequest(0, [], note.ToString()).ToString())).IsProblem(404, "log.origin-unknown");
    }

    [Theory]
    [InlineData("")]
    [InlineData("old\n\n")]
    [InlineData("old 1\nnot base64\n\n127.0.0.1:1/log\n1\n")]
    public async Task What_is_no_request_is_400(string body) => (await Post(body)).IsProblem(400, "witness.request-malformed");

    [Fact]
    public async Task A_body_without_end_is_413() => (await Post(new string('x', 140_000))).IsProblem(413, "request.too-large");

    private static Checkpoint Tree(params string[] entries)
    {
        var edge = TreeEdge.Empty.Append([.. entries.Select(entry => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(entry)))]).Edge;
        return new(Origin, edge.Size, edge.Root());
    }

    private async Task<Reply> Ask(ulong old, Checkpoint tree, params byte[][] path) =>
        await Post(new WitnessRequest(old, path, (await tree.SignAsync([xa.Peer.Notes.Log(Origin)], Stop)).ToString()).ToString());

    private async Task<Reply> Post(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "text/plain");
        using var answer = await xa.Anybody.PostAsync(new Uri("/v1/witness/add-checkpoint", UriKind.Relative), content, Stop);
        return await Reply.Of(answer);
    }

    private async Task<string> WitnessKey() => (string)System.Text.Json.Nodes.JsonNode.Parse(
        await xa.Anybody.GetStringAsync(new Uri("/v1/log", UriKind.Relative), Stop))!["witness"]!;

    private static NoteVerifier Key(string vkey) => NoteVerifier.TryParse(vkey, out var key) ? key : throw new FormatException(vkey);
}
