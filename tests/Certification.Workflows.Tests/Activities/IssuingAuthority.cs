using Certification.Domain.Accountability;
using Certification.Domain.Certificates;
using Certification.Signing.Trust;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Storage.Changes;
using Certification.Storage.Lists;
using Certification.Storage.Numbers;
using Certification.Storage.Outbox;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Lifecycle;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Outbox;
using Certification.Workflows.Port;
using Microsoft.Extensions.Time.Testing;

namespace Certification.Workflows.Tests.Activities;

/// <summary>The activities of issuance over real storage and real keys; workflows that they start are only counted.</summary>
internal sealed class IssuingAuthority
{
    private readonly AuthorityStorage _storage;
    private readonly SigningKeys _keys;
    private readonly FakeTimeProvider _clock = new(SampleDraft.Day);

    internal IssuingAuthority(AuthorityStorage storage, SampleAuthority authority, TrustStore trust)
    {
        _storage = storage;
        _keys = SigningKeys.Of(authority.Keys);
        Trust = new CurrentTrust(trust);
        Lists = new Indexes(storage);
        Outbox = new OutboxDispatcher(storage, (_, _) => { })
            .On(IndexChange.OutboxKind, Lists.Apply)
            .OnWorkflowMessages(() => Workflows);
        Subjects = new Subjects(storage, Outbox);
        Cases = new CaseFiles(Subjects);
        Certificates = new CertificateFiles(Subjects);
        Rulebooks = new RulebookFiles(Subjects, storage, Profile);
        Issued = new IssuedCertificates(storage);
        Public = new PublicBlobs(storage);
        Log = new OpenedLog(storage);
    }

    internal CurrentTrust Trust { get; }
    internal Indexes Lists { get; }
    internal OutboxDispatcher Outbox { get; }
    internal Subjects Subjects { get; }
    internal CaseFiles Cases { get; }
    internal CertificateFiles Certificates { get; }
    internal RulebookFiles Rulebooks { get; }
    internal IssuedCertificates Issued { get; }
    internal PublicBlobs Public { get; }
    internal OpenedLog Log { get; }
    internal ScriptedTsa Stamps { get; } = new();
    internal CountedStarts Workflows { get; } = new();
    internal AuthorityProfile Profile { get; } = new("XA", "Authority of Exampland", "https://xa.example", "https://xa.example/public");

    /// <summary>Puts a decided case into storage, with its sealed dossier.</summary>
    internal async Task Seed(CancellationToken stop)
    {
        var submission = DecidedCase.Submission();
        var dossier = new Domain.Submissions.Dossier(submission.Id, 1, null, submission.Declaration, submission.Evidence);
        var sealedAs = await new DossierBlobs(_storage).Seal(dossier, stop);
        var entry = AuditEntry.Of(Profile.Self, SampleDraft.Day, "test.seeded", new { submission.Id });
        var opened = await Cases.Open(submission with { Dossiers = [sealedAs] }, "seed", entry, null, [], stop);
        Assert.True(opened.Succeeded);
    }

    /// <summary>The activities of issuance, each under the operation id that the workflow would give it.</summary>
    internal async Task<string> Issue(CancellationToken stop)
    {
        var reserved = await Reserve(stop);
        var redeemed = await Redeem(reserved, await Draft(reserved, stop), stop);
        await new SignCertificate(Certificates, Drafts, Issued, _keys, Trust, Rulebooks, Profile, _clock)
            .Run(Call("sign"), redeemed, stop);
        await new EnterLog(Certificates, Log.Authority).Run(Call("log"), redeemed, stop);
        await Stamp(reserved.Number, stop);
        await new EnterStatus(Cases, Certificates, StatusLists, Records, Rulebooks, Profile, _clock).Run(Call("status"), redeemed, stop);
        await new PublishCertificate(Cases, Certificates, Issued, Log.Authority, Heads, Public, Profile, _clock)
            .Run(Call("publish"), redeemed, stop);
        return reserved.Number;
    }

    internal Task<Done> Stamp(string number, CancellationToken stop, string operation = "stamp") =>
        new StampCertificate(Certificates, Public, Stamps, Profile, _clock).Run(Call(operation), new DraftInput(number, ""), stop);

    internal Task<ReservedNumber> Reserve(CancellationToken stop) =>
        new ReserveNumber(Numbers, Cases, Certificates, Profile, _clock)
            .Run(Call("reserve"), new CaseInput(DecidedCase.Id), stop);

    internal async Task<DraftResult> Draft(ReservedNumber reserved, CancellationToken stop)
    {
        var draft = await new DraftCertificate(
            Cases, new DossierBlobs(_storage), new EvidenceReports(_storage), Drafts, Rulebooks, Profile, _clock).Run(Call("draft"), reserved, stop);
        Assert.Empty(draft.LintFailures);
        return draft;
    }

    internal Task<DraftInput> Redeem(ReservedNumber reserved, DraftResult draft, CancellationToken stop) =>
        new RedeemDraft(Cases, Certificates, Drafts, Rulebooks, Profile, _clock)
            .Run(Call("redeem"), new DraftInput(reserved.Number, draft.DraftDigest), stop);

    /// <summary>The only party of the case leaves.</summary>
    internal async Task Leave(CancellationToken stop)
    {
        var left = await Cases.Change(
            DecidedCase.Id, "leave", AuditEntry.Of(DecidedCase.Speaker, SampleDraft.Day, "party.left", new { }),
            submission => submission.Leave("acme", "Sold.", DecidedCase.Speaker, SampleDraft.Day), cancellation: stop);
        Assert.True(left.Succeeded);
    }

    internal Task<OrphanedDuties> Tell(CancellationToken stop, string operation = "tell") =>
        new TellOfOrphanedDuties(Cases, Rulebooks, Profile, _clock).Run(Call(operation), new RestoreInput(DecidedCase.Id), stop);

    internal Task<Done> Restrict(CancellationToken stop) =>
        new RestrictOrphaned(Cases, Certificates, Rulebooks, Profile, _clock).Run(Call("restrict"), new RestoreInput(DecidedCase.Id), stop);

    private CertificateDrafts Drafts => new(_storage);

    /// <summary>An officer moves the status, and what the watching workflow does then.</summary>
    internal async Task Move(string number, StatusMove move, TimeSpan later, CancellationToken stop, string? code = null)
    {
        _clock.Advance(later);
        var at = _clock.GetUtcNow();
        var moved = await Certificates.Change(
            number, $"move-{at.Ticks}", AuditEntry.Of(Profile.Self, at, "test.moved", new { move }),
            record => record.Move(move, "Words of an officer.", at, code), cancellation: stop);
        Assert.True(moved.Succeeded);
        await PublishStatus(number, stop);
    }

    internal Task PublishStatus(string number, CancellationToken stop) =>
        new PublishStatus(Certificates, StatusLists, Records, new UpstreamNews(Certificates, Cases, Lists, Profile, _clock), Heads)
            .Run(Call($"publish-status-{_clock.GetUtcNow().Ticks}"), new WatchInput(number), stop);

    /// <summary>A day goes by, and its sweep.</summary>
    internal Task<int> NextDay(CancellationToken stop)
    {
        _clock.Advance(TimeSpan.FromDays(1));
        return StatusLists.RefreshAll(stop);
    }

    internal StatusListPublisher StatusLists => new(Public, _keys, Trust, Numbers, new RecordedStatus(Lists, Certificates), Profile, _clock);

    internal NumberRegister Numbers => new(_storage, "XA", Random.Shared.Next);

    private StatusRecordPublisher Records => new(Public, Log.Authority, _keys, Trust, Profile);

    private AuditHeads Heads => new(Subjects, Log.Authority);

    private static ActivityContext Call(string operation) => new("case-s-1", $"case-s-1/{operation}", 1);
}

/// <summary>Counts the workflows that outbox messages start, by instance id.</summary>
internal sealed class CountedStarts : IWorkflowClient
{
    private readonly List<string> _started = [];

    internal IReadOnlyList<string> Started => _started;

    public Task<StartOutcome> Start<TInput, TResult>(
        WorkflowName<TInput, TResult> workflow, string instanceId, TInput input, CancellationToken cancellation = default)
    {
        _started.Add(instanceId);
        return Task.FromResult(StartOutcome.Started);
    }

    public Task<RaiseOutcome> RaiseEvent<TEvent>(
        string instanceId, EventName<TEvent> name, string eventId, TEvent payload, CancellationToken cancellation = default) =>
        throw new NotSupportedException("Issuing a first certificate raises no event.");

    public Task<bool> Terminate(string instanceId, string reason, CancellationToken cancellation = default) =>
        throw new NotSupportedException("Issuing terminates nothing.");

    public Task<WorkflowState?> Query(string instanceId, CancellationToken cancellation = default) =>
        throw new NotSupportedException("Issuing asks nothing.");
}
