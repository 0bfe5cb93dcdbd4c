using System.Text;
using Certification.Domain.Certificates;
using Certification.Signing.Federation;
using Certification.Signing.Trust;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Storage.Changes;
using Certification.Storage.Lists;
using Certification.Storage.Outbox;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;
using Microsoft.Extensions.Time.Testing;

namespace Certification.Workflows.Tests.Activities;

/// <summary>XB judging what XA publishes, over real storage and real keys; XA's side is what a test puts into
/// <see cref="Peer"/>.</summary>
internal sealed class RecognisingAuthority
{
    private readonly FakeTimeProvider _clock = new(SampleDraft.Day.AddDays(1));
    private readonly JudgeCertificate _judge;
    private readonly SendStatement _send;
    private readonly PublicBlobs _public;
    private readonly TrustStore _trust;
    private int _calls;

    internal RecognisingAuthority(AuthorityStorage storage, SampleAuthority authority, TrustStore trust)
    {
        var keys = SigningKeys.Of(authority.Keys);
        var lists = new Indexes(storage);
        var outbox = new OutboxDispatcher(storage, (_, _) => { }).On(IndexChange.OutboxKind, lists.Apply);
        var profile = new AuthorityProfile("XB", "Authority of Otherland", "https://xb.example", "https://xb.example/public");
        var subjects = new Subjects(storage, outbox);
        Log = new OpenedLog(storage);
        Recognitions = new RecognitionFiles(subjects);
        (_public, _trust) = (new PublicBlobs(storage), trust);
        _judge = new JudgeCertificate(
            new ForeignCertificates(Peer, new CurrentTrust(trust)), Recognitions, _public, keys, new RulebookFiles(subjects, storage, profile),
            new UpstreamNews(new CertificateFiles(subjects), new CaseFiles(subjects), new Indexes(storage), profile, _clock), Log.Authority, profile, _clock);
        _send = new SendStatement(Recognitions, Peer, profile, _clock);
    }

    internal OpenedLog Log { get; }

    internal ScriptedPeer Peer { get; } = new();

    internal RecognitionFiles Recognitions { get; }

    internal Task<Judged> Judge(string number = "XA-2026-000123", bool unreachable = false) => _judge.Run(
        Call(), new JudgeInput(number, "XA", unreachable), TestContext.Current.CancellationToken);

    internal Task<Done> Send() => _send.Run(
        Call(), new RecogniseInput("XA-2026-000123", "XA"), TestContext.Current.CancellationToken);

    /// <summary>The published statement, opened as anybody opens it.</summary>
    internal async Task<Domain.Recognition.RecognitionStatement> Statement()
    {
        var published = await _public.Find(JudgeCertificate.PathOf("XA-2026-000123"), TestContext.Current.CancellationToken);
        return RecognitionStatements.Open(Encoding.ASCII.GetString(published!.Content), _trust, _clock.GetUtcNow(), out var fault)
            ?? throw new InvalidOperationException(fault!.Message);
    }

    private ActivityContext Call() => new("recognise", $"recognise/{++_calls}", 1);
}

/// <summary>The issuer as seen over the network.</summary>
internal sealed class ScriptedPeer : IPeerAuthorities
{
    internal byte[]? Certificate { get; set; }
    internal string? Status { get; set; }
    internal string? Record { get; set; }
    internal string? LogProof { get; set; }
    internal List<string> Statements { get; } = [];

    public Task<byte[]?> FetchCertificate(string authority, string number, CancellationToken cancellation) =>
        Task.FromResult(Certificate);

    public Task<string?> FetchStatusList(string authority, string uri, CancellationToken cancellation) => Task.FromResult(Status);

    public Task<string?> FetchStatusRecord(string authority, CertificateNumber number, CancellationToken cancellation) => Task.FromResult(Record);

    public Task<string?> FetchLogProof(string authority, CertificateNumber number, CancellationToken cancellation) => Task.FromResult(LogProof);

    public Task SendStatement(string authority, string statement, CancellationToken cancellation)
    {
        Statements.Add(statement);
        return Task.CompletedTask;
    }

    public Task RequestRecognition(string authority, string number, CancellationToken cancellation) =>
        throw new NotSupportedException("The recognising side asks for nothing.");

    public Task TellStatus(string authority, string number, string status, CancellationToken cancellation) =>
        throw new NotSupportedException("The recognising side tells no status.");
}
