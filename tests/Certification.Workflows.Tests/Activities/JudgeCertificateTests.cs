using Certification.Domain.Certificates;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Xml;
using Certification.Storage.Blobs;
using Certification.Testing;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities;

namespace Certification.Workflows.Tests.Activities;

public sealed class JudgeCertificateTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB");
    private RecognisingAuthority _judge = null!;
    private SignedCertificate _signed = null!;

    public async ValueTask InitializeAsync()
    {
        _judge = new RecognisingAuthority(await azurite.NewStorage(), _xb, await _xb.TrustAsync(_xb.TrustList(_xa)));
        _signed = await _xa.SignAsync(Draft());
        _judge.Peer.Certificate = _signed.Xml;
        _judge.Peer.Status = await _xa.StatusAsync();
        _judge.Peer.LogProof = await Prove(_signed.CanonicalDigest);
    }

    public ValueTask DisposeAsync()
    {
        _xa.Dispose();
        _xb.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_certificate_that_lacks_only_what_the_jurisdiction_adds_is_recognised_under_its_condition()
    {
        Assert.Equal(new Judged("conditional", IsFinal: false), await _judge.Judge());

        var statement = await _judge.Statement();
        Assert.Equal("fairness-evaluation-follows", Assert.Single(statement.Verdict.Conditions).Code);
        Assert.Equal(("XB", 1), (statement.Authority, statement.Sequence));
        Assert.Single(await _judge.Log.Entries(TestContext.Current.CancellationToken), System.Text.Encoding.UTF8.GetString(LogEntry.Of(statement).Bytes()));
    }

    [Fact]
    public async Task The_same_verdict_again_is_no_news_and_makes_no_second_statement()
    {
        await _judge.Judge();
        await _judge.Judge();

        Assert.Equal(1, (await _judge.Statement()).Sequence);
    }

    [Fact]
    public async Task A_withdrawal_turns_the_recognition_into_a_refusal_for_good()
    {
        await _judge.Judge();
        _judge.Peer.Status = await _xa.StatusAsync(StatusEntry.Invalid);

        Assert.Equal(new Judged("refused", IsFinal: true), await _judge.Judge());
        Assert.Equal(2, (await _judge.Statement()).Sequence);
    }

    [Theory]
    [InlineData(CertificateStatus.Withdrawn, "withdrawal.safety", "refused", true)]
    [InlineData(CertificateStatus.Superseded, "succession.renewed", "refused", true)]
    [InlineData(CertificateStatus.Suspended, "suspension.incident", "refused", false)]
    [InlineData(CertificateStatus.Valid, "issued", "conditional", false)]
    public async Task The_issuers_status_record_counts_beside_its_list_and_its_reason_is_passed_on(
        CertificateStatus status, string reason, string verdict, bool isFinal)
    {
        _judge.Peer.Record = await Told(status, reason);

        Assert.Equal(new Judged(verdict, isFinal), await _judge.Judge());
        var refused = (await _judge.Statement()).Verdict;
        Assert.Equal(verdict == "refused" && status != CertificateStatus.Superseded, refused.Reasons[0].Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_of_another_certificate_under_the_same_number_is_refused()
    {
        _judge.Peer.Record = await Told(CertificateStatus.Valid, "issued", Domain.Sha256Digest.Of("another"u8));

        Assert.Equal(new Judged("refused", IsFinal: false), await _judge.Judge());
        Assert.Equal("certificate.number-reused", (await _judge.Statement()).Verdict.Reasons[0].Code);
    }

    [Fact]
    public async Task A_certificate_that_is_in_no_log_is_not_recognised_where_its_issuer_has_one()
    {
        _judge.Peer.LogProof = null;

        Assert.Equal(new Judged("undetermined", IsFinal: false), await _judge.Judge());
        var verdict = (await _judge.Statement()).Verdict;
        Assert.Equal("log.proof-missing", verdict.Reasons[0].Code);
        Assert.Contains("log proof", verdict.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proof_of_another_entry_or_of_anothers_log_does_not_count()
    {
        _judge.Peer.LogProof = await Prove(Domain.Sha256Digest.Of("another"u8));
        await _judge.Judge();
        Assert.Equal("log.proof-invalid", (await _judge.Statement()).Verdict.Reasons[0].Code);

        // XB trusts its own log; that XA's certificate is in it says nothing of XA's log.
        _judge.Peer.LogProof = await Prove(_signed.CanonicalDigest, _xb, "xb.example/log");
        await _judge.Judge();
        Assert.Equal("log.origin-unknown", (await _judge.Statement()).Verdict.Reasons[0].Code);
    }

    [Fact]
    public async Task An_issuer_of_which_the_trust_list_names_no_log_is_judged_without_one()
    {
        var xa = _xa.Describe() with { Log = null };
        xa = xa with { Services = [.. xa.Services.Where(service => service.Kind != ServiceKind.Log)] };
        var trust = await _xb.TrustAsync(_xb.TrustList() with { Authorities = [_xb.Describe(), xa] });
        var judge = new RecognisingAuthority(await azurite.NewStorage(), _xb, trust);
        (judge.Peer.Certificate, judge.Peer.Status) = (_signed.Xml, _judge.Peer.Status);

        Assert.Equal(new Judged("conditional", IsFinal: false), await judge.Judge());
    }

    [Fact]
    public async Task Without_a_status_list_nothing_is_recognised()
    {
        _judge.Peer.Status = null;

        Assert.Equal(new Judged("undetermined", IsFinal: false), await _judge.Judge());
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_makes_the_verdict_undetermined_and_not_refused()
    {
        Assert.Equal("undetermined", (await _judge.Judge(unreachable: true)).Verdict);
        Assert.Equal("issuer.unreachable", Assert.Single((await _judge.Statement()).Verdict.Reasons).Code);
    }

    [Fact]
    public async Task A_file_of_another_number_is_not_taken_for_the_one_that_was_asked_for()
    {
        Assert.Equal("undetermined", (await _judge.Judge("XA-2026-000999")).Verdict);
    }

    [Fact]
    public async Task A_changed_file_is_refused()
    {
        var file = System.Text.Encoding.UTF8.GetString(_judge.Peer.Certificate!);
        _judge.Peer.Certificate = System.Text.Encoding.UTF8.GetBytes(file.Replace("helper-7b", "helper-8b", StringComparison.Ordinal));

        Assert.Equal("refused", (await _judge.Judge()).Verdict);
    }

    [Fact]
    public async Task A_statement_is_handed_to_the_issuer_once()
    {
        await _judge.Judge();

        Assert.Equal((true, false), ((await _judge.Send()).Happened, (await _judge.Send()).Happened));
        Assert.Single(_judge.Peer.Statements);
    }

    // The sample with the evidence that the shared floor wants of a certificate of its tier.
    private static CertificateDraft Draft()
    {
        var draft = SampleDraft.Create() with { Log = "xa.example/log" };
        string[] kinds = [.. FloorEvidence(draft).Except(draft.Evidence.Select(entry => entry.Kind))];
        return draft with { Evidence = [.. draft.Evidence, .. kinds.Select(kind => draft.Evidence[0] with { Kind = kind })] };
    }

    private ValueTask<string> Told(CertificateStatus status, string reason, Domain.Sha256Digest? certificate = null) => StatusRecord.SignAsync(
        new(
            "XA", _signed.Certificate.Number, certificate ?? _signed.CanonicalDigest, status, SampleDraft.Day.AddDays(1), reason, null, SampleDraft.Day.AddDays(1),
            status == CertificateStatus.Valid ? [] : [new(CertificateStatus.Valid, SampleDraft.Day, "issued")]),
        _xa.Keys.Status, TestContext.Current.CancellationToken);

    private Task<string> Prove(Domain.Sha256Digest digest) => Prove(digest, _xa, "xa.example/log");

    private async Task<string> Prove(Domain.Sha256Digest digest, SampleAuthority authority, string origin)
    {
        var log = new TransparencyLog(origin, new BlobLogStore(await azurite.NewStorage()), SigningKeys.Of(authority.Keys).LogSigners(origin));
        var batch = await log.AppendAsync([LogEntry.Of(_signed.Certificate.Number, digest).Bytes()], TestContext.Current.CancellationToken);
        return new LogProof(0, [], batch.Note.ToString()).ToString();
    }

    private static IEnumerable<string> FloorEvidence(CertificateDraft draft) => Domain.Rulebooks.RulebookLibrary.Floor.Evidence
        .Where(kind => kind.DemandFor(draft.Tier.Tier) is not null).Select(kind => kind.Code);
}
