using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Storage.Outbox;
using Certification.Testing;
using Xunit;

namespace Certification.Storage.Tests.Changes;

public sealed class SubjectsTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_subject_is_found_with_its_first_ETag_and_audit_entry()
    {
        var subjects = new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects;

        var made = await subjects.Change<Counter>("counter:a", "op-1", Counter.Increment, cancellation: Stop);
        var found = await subjects.Find<Counter>("counter:a", Stop);

        Assert.Equal("\"1\"", made.Value!.ETag);
        Assert.False(made.Value.Replayed);
        Assert.Equal((1, "\"1\"", 1), (found!.State.Value, found.ETag, found.AuditCount));
    }

    [Fact]
    public async Task A_subject_that_was_never_made_is_null() =>
        Assert.Null(await new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects.Find<Counter>("counter:none", Stop));

    [Fact]
    public async Task The_same_operation_again_writes_nothing_and_answers_with_what_was_done()
    {
        var subjects = new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects;
        await subjects.Change<Counter>("counter:a", "op-1", Counter.Increment, cancellation: Stop);

        var again = await subjects.Change<Counter>("counter:a", "op-1", Counter.Increment, cancellation: Stop);

        Assert.True(again.Value!.Replayed);
        Assert.Equal(1, again.Value.State.Value);
        Assert.Equal("1", again.Value.ResultJson);
    }

    [Fact]
    public async Task A_replay_is_answered_with_the_first_result_even_when_the_rule_would_now_refuse()
    {
        var subjects = new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects;
        await subjects.Change<Counter>("counter:a", "create", Counter.Create, cancellation: Stop);

        var again = await subjects.Change<Counter>("counter:a", "create", Counter.Create, cancellation: Stop);

        Assert.True(again.Value!.Replayed);
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        var subjects = new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects;
        var (first, second) = (Sha256Digest.Of("a"u8), Sha256Digest.Of("b"u8));
        await subjects.Change<Counter>("counter:a", "op-1", Counter.Increment, requestDigest: first, cancellation: Stop);

        var again = await subjects.Change<Counter>(
            "counter:a", "op-1", Counter.Increment, requestDigest: second, cancellation: Stop);

        Assert.Equal((RefusalKind.Invalid, "idempotency.key-reused"), (again.Refusal!.Kind, again.Refusal.Code));
        Assert.Contains(second.Hex, again.Refusal.Message);
    }

    [Fact]
    public async Task A_stale_ETag_is_refused_and_told_the_current_one()
    {
        var subjects = new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects;
        await subjects.Change<Counter>("counter:a", "op-1", Counter.Increment, cancellation: Stop);
        await subjects.Change<Counter>("counter:a", "op-2", Counter.Increment, cancellation: Stop);

        var late = await subjects.Change<Counter>("counter:a", "op-3", Counter.Increment, ifMatch: "\"1\"", cancellation: Stop);

        Assert.Equal(RefusalKind.Stale, late.Refusal!.Kind);
        Assert.Contains("\"2\"", late.Refusal.Message);
    }

    [Fact]
    public async Task Of_two_writers_with_one_ETag_one_wins_and_the_other_is_stale()
    {
        var subjects = new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects;
        await subjects.Change<Counter>("counter:a", "op-0", Counter.Increment, cancellation: Stop);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 2).Select(n => subjects.Change<Counter>(
            "counter:a", $"op-{n}", Counter.Increment, ifMatch: "\"1\"", cancellation: Stop)));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.Equal(RefusalKind.Stale, Assert.Single(outcomes, outcome => !outcome.Succeeded).Refusal!.Kind);
    }

    [Fact]
    public async Task Sixteen_writers_without_an_ETag_all_get_through_and_none_is_lost()
    {
        var subjects = new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 16).Select(n =>
            Retry(() => subjects.Change<Counter>("counter:a", $"op-{n}", Counter.Increment, cancellation: Stop))));

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        var found = await subjects.Find<Counter>("counter:a", Stop);
        Assert.Equal((16, 16), (found!.State.Value, found.AuditCount));
        Assert.Equal(16, await subjects.ReadAudit("counter:a", Stop).CountAsync(Stop));
    }

    [Fact]
    public async Task A_state_of_four_hundred_thousand_characters_comes_back_as_it_was()
    {
        var subjects = new SubjectStoreUnderTest(await azurite.NewStorage()).Subjects;
        var text = string.Concat(Enumerable.Range(0, 400_000).Select(n => (char)('a' + n % 26)));

        await subjects.Change<Note>(
            "note:a", "op-1", _ => new Change<Note>(new Note(text), [Counter.Entry("note.made")], []), cancellation: Stop);

        Assert.Equal(text, (await subjects.Find<Note>("note:a", Stop))!.State.Text);
    }

    private static async Task<Outcome<Changed<Counter>>> Retry(Func<Task<Outcome<Changed<Counter>>>> change)
    {
        var outcome = await change();
        while (outcome.Refusal?.Code == "subject.contended")
        {
            outcome = await change();
        }

        return outcome;
    }

    private sealed record Note(string Text);
}
