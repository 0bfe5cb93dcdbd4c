using Certification.Domain.Certificates;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Testing;
using Certification.Testing.Certificates;

namespace Certification.Workflows.Tests.Activities;

public sealed class JudgeCertificateTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB");
    private RecognisingAuthority _judge = null!;

    public async ValueTask InitializeAsync()
    {
        _judge = new RecognisingAuthority(await azurite.NewStorage(), _xb, await _xb.TrustAsync(_xb.TrustList(_xa)));
        _judge.Peer.Certificate = (await _xa.SignAsync(Draft())).Xml;
        _judge.Peer.Status = await _xa.StatusAsync();
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
        var draft = SampleDraft.Create();
        string[] kinds = [.. FloorEvidence(draft).Except(draft.Evidence.Select(entry => entry.Kind))];
        return draft with { Evidence = [.. draft.Evidence, .. kinds.Select(kind => draft.Evidence[0] with { Kind = kind })] };
    }

    private static IEnumerable<string> FloorEvidence(CertificateDraft draft) => Domain.Rulebooks.RulebookLibrary.Floor.Evidence
        .Where(kind => kind.DemandFor(draft.Tier.Tier) is not null).Select(kind => kind.Code);
}
