using System.Net;
using System.Text;
using Certification.Hosting.Federation;
using Certification.Hosting.Running;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Testing;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Log;
using Microsoft.Extensions.Logging.Abstractions;

namespace Certification.Hosting.Tests.Running;

/// <summary>XA asks its witnesses XB and XC, who answer as a test wants.</summary>
public sealed class LogWitnessingTests : IAsyncDisposable
{
    private const string Origin = "xa.example/log";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certification-witnessing-");
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB", "Authority of Beispielland");
    private readonly SampleAuthority _xc = new("XC", "Authority of Otherland");
    private readonly Witnesses _witnesses = new();
    private readonly FolderLogStore _files;
    private readonly HttpClient _http;
    private readonly LogBatcher _batcher;
    private readonly TransparencyLog _log;

    public LogWitnessingTests()
    {
        _files = new FolderLogStore(_folder.FullName);
        _http = new HttpClient(_witnesses);
        _log = new TransparencyLog(Origin, _files, [_xa.Keys.Notes.Log(Origin)]);
        _batcher = new LogBatcher(_log, TimeProvider.System, TimeSpan.Zero);
        _witnesses.Answers["xb.example"] = Cosigning(_xb, "xb.example/witness");
        _witnesses.Answers["xc.example"] = Cosigning(_xc, "xc.example/witness");
    }

    public async ValueTask DisposeAsync()
    {
        await _batcher.DisposeAsync();
        _http.Dispose();
        _xa.Dispose();
        _xb.Dispose();
        _xc.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_published_checkpoint_comes_to_carry_every_witness()
    {
        await _log.AppendAsync(["one"u8.ToArray(), "two"u8.ToArray()], Stop);
        await Until(note => Cosigned(note, _xb, "xb") && Cosigned(note, _xc, "xc"));
    }

    [Fact]
    public async Task A_witness_that_remembers_an_earlier_tree_gets_the_proof_from_there()
    {
        await _log.AppendAsync(["one"u8.ToArray()], Stop);
        var asked = new List<ulong>();
        var cosign = Cosigning(_xb, "xb.example/witness");
        _witnesses.Answers["xb.example"] = request =>
        {
            asked.Add(request.OldSize);
            return request.OldSize == 1 ? cosign(request) : (HttpStatusCode.Conflict, "1\n");
        };
        await _log.AppendAsync(["two"u8.ToArray(), "three"u8.ToArray()], Stop);

        await Until(note => Cosigned(note, _xb, "xb"));
        Assert.Equal([0, 1], asked);
    }

    [Fact]
    public async Task A_witness_that_is_down_holds_up_no_other()
    {
        _witnesses.Answers["xb.example"] = _ => throw new HttpRequestException("down");
        await _log.AppendAsync(["one"u8.ToArray()], Stop);
        await Until(note => Cosigned(note, _xc, "xc"));
    }

    [Fact]
    public async Task A_cosignature_that_the_witness_did_not_make_is_not_published()
    {
        _witnesses.Answers["xb.example"] = Cosigning(_xc, "xb.example/witness");
        await _log.AppendAsync(["one"u8.ToArray()], Stop);
        await Until(note => Cosigned(note, _xc, "xc"));
        Assert.DoesNotContain((await Published()).Signatures, signature => signature.Name == "xb.example/witness");
    }

    private static bool Cosigned(SignedNote note, SampleAuthority witness, string code) =>
        witness.Keys.Notes.Witness($"{code}.example/witness").Verifier.CosignedAt(note) is not null;

    /// <summary>A witness that cosigns whatever it is shown.</summary>
    private static Func<WitnessRequest, (HttpStatusCode, string)> Cosigning(SampleAuthority keys, string name) => request =>
    {
        Assert.True(SignedNote.TryParse(request.Checkpoint, out var note));
        return (HttpStatusCode.OK, $"{keys.Keys.Notes.Witness(name).Sign(note.Text, DateTimeOffset.UnixEpoch)}\n");
    };

    private async Task Until(Predicate<SignedNote> holds)
    {
        // Nothing is asked of this storage: only what enters through the authority is remembered there.
        var places = new LogPlaces(AuthorityStorage.Open(StorageAddress.FromConnectionString("UseDevelopmentStorage=true")));
        var checkpoints = new CosignedCheckpoint(Origin, _files);
        using var witnessing = new LogWitnessing(
            new AuthorityLog(_log, _batcher, checkpoints, places), _log, checkpoints, new WitnessClient(_http),
            new CurrentTrust(await _xa.TrustAsync(_xa.TrustList(_xb, _xc))),
            new AuthorityProfile("XA", "Authority of Exampland", "https://xa.example", "https://xa.example/public"), NullLogger<LogWitnessing>.Instance);
        await witnessing.StartAsync(Stop);
        while (!holds(await Published())) await Task.Delay(TimeSpan.FromMilliseconds(20), Stop);
        await witnessing.StopAsync(Stop);
    }

    private async Task<SignedNote> Published() =>
        SignedNote.TryParse(Encoding.UTF8.GetString((await _files.ReadAsync(LogPaths.Checkpoint, Stop))!.Content), out var note) ? note : throw new FormatException();

    private sealed class Witnesses : HttpMessageHandler
    {
        internal Dictionary<string, Func<WitnessRequest, (HttpStatusCode Status, string Body)>> Answers { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("/v1/v1/witness/add-checkpoint", request.RequestUri!.AbsolutePath);
            var asked = WitnessRequest.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
            var (status, body) = Answers[request.RequestUri.Host](asked);
            return new HttpResponseMessage(status) { Content = new StringContent(body) };
        }
    }
}
