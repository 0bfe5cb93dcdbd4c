using Certification.Domain;
using Certification.Domain.Decisions;
using Certification.Domain.Evidence;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;
using Certification.Signing.Log;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Testing;
using Certification.Testing.Certificates;
using Certification.Testing.Faults;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Reviews;
using Certification.Workflows.Port;
using Microsoft.Extensions.Time.Testing;

namespace Certification.Workflows.Tests.Activities;

public sealed class RecordDecisionTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_recorded_is_in_the_log_and_is_derived_again()
    {
        using var keys = new SampleAuthority();
        var storage = await azurite.NewStorage();
        var authority = await Reviewed(storage, keys);
        await using var log = new OpenedLog(storage);
        await Record(authority, storage, log);

        var submission = await authority.Cases.Read(DecidedCase.Id, Stop);
        var record = await new DecisionRecords(storage).Read(submission.DecisionRecord!.Value, Stop);
        var proof = (await log.Authority.Proof(LogEntry.Of("XA", record.Digest()), Stop))!;
        Assert.True(LogProof.TryParse(proof, out var read));
        Assert.NotNull(read.Open(LogEntry.Of("XA", record.Digest()).Bytes(), OpenedLog.Policy, out _));
        var result = DecisionReplay.Replay(await Material(record, storage));
        Assert.Equal((ReplayOutcome.Same, "refuse"), (result.Outcome, result.Derived.Verdict));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_crash_at_any_storage_write_a_decision_is_recorded_once(bool after)
    {
        using var keys = new SampleAuthority();
        for (var write = 1; ; write++)
        {
            var (prefix, crash) = (AzuriteFixture.NewPrefix(), new CrashAtWrite(write, after));
            var storage = AuthorityStorage.Open(azurite.Address, prefix);
            await storage.CreateMissing(Stop);
            var authority = await Reviewed(storage, keys);
            var dying = AuthorityStorage.Open(azurite.Address, prefix, new StorageClientSettings { PerAttempt = crash });
            await using (var dyingLog = new OpenedLog(dying))
            {
                var trust = await keys.TrustAsync();
                await Xunit.Record.ExceptionAsync(() => Record(new IssuingAuthority(dying, keys, trust), dying, dyingLog));
            }

            await using var log = new OpenedLog(storage);
            await Record(authority, storage, log);
            var digest = (await authority.Cases.Read(DecidedCase.Id, Stop)).DecisionRecord!.Value;
            Assert.Contains(digest.Hex, Assert.Single(await log.Entries(Stop)));
            var recorded = await authority.Subjects.ReadAudit($"submission:{DecidedCase.Id}", Stop).CountAsync(entry => entry.Code == "decision.recorded", Stop);
            Assert.Equal(1, recorded);
            if (!crash.Happened)
            {
                Assert.True(write > 8, $"Recording made only {write - 1} writes.");
                return;
            }
        }
    }

    // The reports on the files, and the review that the decision followed.
    private static async Task<IssuingAuthority> Reviewed(AuthorityStorage storage, SampleAuthority keys)
    {
        var authority = new IssuingAuthority(storage, keys, await keys.TrustAsync());
        await authority.Seed(Stop);
        var submission = await authority.Cases.Read(DecidedCase.Id, Stop);
        var reports = submission.Evidence.Select(item => EvidenceJudgement.Judge(
            DecidedCase.Rulebook, submission.Classification!.Tier, submission.Declaration, item, FormatReading.Opaque, SampleDraft.Day)).ToList();
        var digests = new List<Sha256Digest>();
        foreach (var report in reports) digests.Add(await new EvidenceReports(storage).Seal(report, Stop));
        var assessor = new Actor("urn:test", "ben", "North Lab", "assessor");
        var changed = await authority.Cases.Change(
            DecidedCase.Id, "reviewed", AuditEntry.Of(assessor, SampleDraft.Day, "review.concluded", new { }),
            current => current with
            {
                Reports = digests,
                // Files that nobody could read bar a certificate.
                Decision = current.Decision! with { Result = DecisionResult.Refuse, Reasons = ["It does not hold."] },
                Findings = DossierJudgement.Findings(DecidedCase.Rulebook, submission.Evidence, reports),
                Review = new Review(1, 1, [], [new Conclusion(1, assessor, Recommendation.Certify, "Fit.", [], [], SampleDraft.Day)]),
            },
            cancellation: Stop);
        Assert.True(changed.Succeeded);
        return authority;
    }

    private static Task<Done> Record(IssuingAuthority authority, AuthorityStorage storage, OpenedLog log) => new RecordDecision(
        authority.Cases, new DossierBlobs(storage), new EvidenceReports(storage), new DecisionRecords(storage), authority.Rulebooks,
        authority.Trust, log.Authority, authority.Profile, new FakeTimeProvider(SampleDraft.Day)).Run(
            new ActivityContext("case-s-1", "case-s-1/record", 1), new CaseInput(DecidedCase.Id), Stop);

    private static async Task<ReplayMaterial> Material(DecisionRecord record, AuthorityStorage storage)
    {
        var dossier = await new DossierBlobs(storage).Read(record.Dossier, Stop);
        return new(
            record, new(DecidedCase.Rulebook, record.Rulebook.Digest), new(dossier, record.Dossier),
            dossier.Evidence.ToDictionary(item => item.Id, item => new Fetched<FormatReading>(FormatReading.Opaque, item.Digest)),
            new Dictionary<string, string>());
    }
}
