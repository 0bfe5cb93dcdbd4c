using System.Text;
using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Domain.Submissions;
using Certification.Signing.Credentials;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Verification;
using Certification.Storage;
using Certification.Testing;
using Certification.Testing.Certificates;
using Certification.Testing.Faults;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Workflows.Tests.Activities;

public sealed class IssuanceTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decided_case_becomes_a_published_certificate_that_verifies_with_its_status()
    {
        using var keys = new SampleAuthority();
        var authority = new IssuingAuthority(await azurite.NewStorage(), keys, await keys.TrustAsync());
        await authority.Seed(Stop);

        await CheckInvariants(authority, await authority.Issue(Stop));
    }

    [Fact]
    public async Task Withheld_evidence_stands_in_the_certificate_as_a_commitment_only()
    {
        using var keys = new SampleAuthority();
        var authority = new IssuingAuthority(await azurite.NewStorage(), keys, await keys.TrustAsync());
        await authority.Seed(Stop);

        var certificate = (await Verify(authority, await authority.Issue(Stop))).Certificate!;

        var withheld = certificate.Content.Evidence[0];
        Assert.Equal(Visibility.Confidential, withheld.Visibility);
        Assert.NotEqual(DecidedCase.Submission().Evidence[0].Digest, withheld.Digest);
        Assert.Null(withheld.PerformedBy);
    }

    [Fact]
    public async Task A_party_that_leaves_before_the_draft_stops_it_and_officers_are_told()
    {
        using var keys = new SampleAuthority();
        var authority = new IssuingAuthority(await azurite.NewStorage(), keys, await keys.TrustAsync());
        await authority.Seed(Stop);
        await authority.Leave(Stop);

        Assert.True((await authority.Draft(await authority.Reserve(Stop), Stop)).AwaitsParties);

        await authority.Outbox.Sweep(DateTimeOffset.UtcNow, Stop);
        var escalated = await authority.Lists.Page(SubmissionLists.Escalations, SubmissionLists.All, null, 10, Stop);
        Assert.Equal(DecidedCase.Id, Assert.Single(escalated.Value!.Rows).Key);
        Assert.Contains((await authority.Cases.Read(DecidedCase.Id, Stop)).Gaps, gap => gap.Code == "gap.duty-owner-left");
    }

    [Fact]
    public async Task A_party_that_leaves_between_draft_and_signature_leaves_nothing_to_sign()
    {
        using var keys = new SampleAuthority();
        var authority = new IssuingAuthority(await azurite.NewStorage(), keys, await keys.TrustAsync());
        await authority.Seed(Stop);
        var reserved = await authority.Reserve(Stop);
        var draft = await authority.Draft(reserved, Stop);
        await authority.Leave(Stop);

        Assert.True((await authority.Redeem(reserved, draft, Stop)).IsOvertaken);

        Assert.Null((await authority.Certificates.Read(reserved.Number, Stop)).DraftDigest);
        Assert.Null((await authority.Cases.Read(DecidedCase.Id, Stop)).CommittedDraft);
    }

    [Fact]
    public async Task A_party_that_leaves_a_certified_system_gets_it_restricted_unless_somebody_follows()
    {
        using var keys = new SampleAuthority();
        var authority = new IssuingAuthority(await azurite.NewStorage(), keys, await keys.TrustAsync());
        await authority.Seed(Stop);
        var number = await authority.Issue(Stop);
        Assert.Empty((await authority.Tell(Stop)).Duties);

        await authority.Leave(Stop);

        var told = await authority.Tell(Stop, "tell-again");
        Assert.Contains("overall-accountability", told.Duties);
        Assert.Equal(SampleDraft.Day.AddDays(30), told.Deadline);
        Assert.True((await authority.Restrict(Stop)).Happened);
        var record = await authority.Certificates.Read(number, Stop);
        Assert.Equal(CertificateStatus.Restricted, record.Status);
        Assert.Contains("overall-accountability", record.Reason);
    }

    [Fact]
    public async Task After_a_crash_at_any_storage_write_it_is_completed_exactly_once()
    {
        using var keys = new SampleAuthority();
        var trust = await keys.TrustAsync();
        for (var write = 1; ; write++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var (prefix, crash) = (AzuriteFixture.NewPrefix(), new CrashAtWrite(write, after));
                await AuthorityStorage.Open(azurite.Address, prefix).CreateMissing(Stop);
                var restarted = new IssuingAuthority(AuthorityStorage.Open(azurite.Address, prefix), keys, trust);
                await restarted.Seed(Stop);
                var dying = AuthorityStorage.Open(azurite.Address, prefix, new StorageClientSettings { PerAttempt = crash });
                await Record.ExceptionAsync(() => new IssuingAuthority(dying, keys, trust).Issue(Stop));
                await CheckNothingCountsThatIsNotInTheLog(restarted);
                if (!crash.Happened)
                {
                    Assert.True(write > 15, $"Issuance made only {write - 1} writes.");
                    return;
                }

                await CheckInvariants(restarted, await restarted.Issue(Stop));
            }
        }
    }

    // As the crash left it: no certificate and no status record is public whose entry a stranger does not find in the log.
    private static async Task CheckNothingCountsThatIsNotInTheLog(IssuingAuthority authority)
    {
        const string number = "XA-2026-000001";
        if (await authority.Public.Find(PublishCertificate.PathOf(number), Stop) is not null)
        {
            Assert.Single(await authority.Log.Entries(Stop), EntryOf(await authority.Certificates.Read(number, Stop)));
        }
        if (await authority.Public.Find(StatusPaths.Record(CertificateNumber.Parse(number)), Stop) is { } published)
        {
            var record = StatusRecord.Open(Encoding.ASCII.GetString(published.Content), authority.Trust.Snapshot, out _)!.Record;
            Assert.Single(await authority.Log.Entries(Stop), Encoding.UTF8.GetString(LogEntry.Of(record).Bytes()));
        }
    }

    private static string EntryOf(CertificateRecord record) =>
        Encoding.UTF8.GetString(LogEntry.Of(record.Number, record.CertificateDigest!.Value).Bytes());

    private static async Task CheckInvariants(IssuingAuthority authority, string number)
    {
        await authority.Outbox.Sweep(DateTimeOffset.UtcNow, Stop);
        Assert.Equal("XA-2026-000001", number);
        Assert.Equal(VerificationOutcome.Valid, (await Verify(authority, number)).Verdict.Outcome);

        var record = await authority.Certificates.Read(number, Stop);
        Assert.Equal(CertificateStatus.Valid, record.Status);
        Assert.Equal(SubmissionStatus.Certified, (await authority.Cases.Read(DecidedCase.Id, Stop)).Status);
        var published = (await authority.Public.Find(PublishCertificate.PathOf(number), Stop))!.Content;
        Assert.Equal(await authority.Issued.Find(number, Stop), published);
        var credential = (await authority.Public.Find(PublishCertificate.CredentialPathOf(number), Stop))!.Content;
        var inputs = new VerificationInputs(authority.Trust.Snapshot, null, SampleDraft.Day.AddMinutes(1), TimeSpan.FromDays(1));
        Assert.Equal(record.CertificateDigest, CredentialVerification.Verify(credential, inputs, published).Verdict.CertificateDigest);
        Assert.NotNull(await authority.Public.Find(StatusPaths.Record(record.Number), Stop));
        Assert.NotNull(await authority.Public.Find(StatusPaths.Proof(record.Number, 1), Stop));

        Assert.Single(await authority.Log.Entries(Stop), EntryOf(record));
        var proof = Encoding.UTF8.GetString((await authority.Public.Find(PublishCertificate.ProofPathOf(number), Stop))!.Content);
        Assert.True(LogProof.TryParse(proof, out var parsed));
        Assert.NotNull(parsed.Open(LogEntry.Of(record.Number, record.CertificateDigest!.Value).Bytes(), OpenedLog.Policy, out _));

        string[] once = ["certificate.number-reserved", "certificate.draft-redeemed", "certificate.signed", "certificate.in-force"];
        var codes = await authority.Subjects.ReadAudit($"certificate:{number}", Stop).Select(entry => entry.Code).ToListAsync(Stop);
        Assert.Equal(once, codes);
        var directory = await authority.Lists.Page(CertificateLists.Directory, SubmissionLists.All, null, 10, Stop);
        Assert.Equal(number, Assert.Single(directory.Value!.Rows).Row<CertificateRow>().Number.Text);
    }

    private static async Task<VerificationResult> Verify(IssuingAuthority authority, string number)
    {
        var file = await authority.Issued.Find(number, Stop);
        var status = Encoding.ASCII.GetString((await authority.Public.Find("status/1.jwt", Stop))!.Content);
        return CertificateVerification.Verify(
            file, new VerificationInputs(authority.Trust.Snapshot, status, SampleDraft.Day.AddMinutes(1), TimeSpan.FromDays(1)));
    }
}
