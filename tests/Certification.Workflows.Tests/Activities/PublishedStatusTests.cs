using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Verification;
using Certification.Storage;
using Certification.Storage.Numbers;
using Certification.Testing;
using Certification.Testing.Certificates;

namespace Certification.Workflows.Tests.Activities;

/// <summary>What the public can read of a certificate's status, and when.</summary>
public sealed class PublishedStatusTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly SampleAuthority _keys = new();
    private AuthorityStorage _storage = null!;

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task Every_step_has_a_record_that_stays_and_the_latest_answers_for_all_of_them()
    {
        var (authority, number) = await Issued();
        await authority.Move(number, StatusMove.Suspend, Hour, Stop, "suspension.incident");
        await authority.Move(number, StatusMove.Reinstate, Hour, Stop);
        await authority.Move(number, StatusMove.Withdraw, Hour, Stop, "withdrawal.safety");

        for (var step = 1; step <= 4; step++) Assert.Equal(step, (await Record(authority, StatusPaths.Record(CertificateNumber.Parse(number), step))).Steps.Count);
        Assert.Null(await authority.Public.Find(StatusPaths.Record(CertificateNumber.Parse(number), 5), Stop));
        string?[] held = [null, "certificate.suspended", null, "certificate.withdrawn"];
        for (var hour = 0; hour < 4; hour++) Assert.Equal(held[hour], await Code(authority, number, SampleDraft.Day + (hour * Hour)));
    }

    [Fact]
    public async Task Every_record_stands_in_the_log_with_its_proof_beside_it()
    {
        var (authority, number) = await Issued();
        await authority.Move(number, StatusMove.Suspend, Hour, Stop);
        await authority.PublishStatus(number, Stop);

        for (var step = 1; step <= 2; step++)
        {
            var digest = Sha256Digest.Of(DomainJson.Bytes(await Record(authority, StatusPaths.Record(CertificateNumber.Parse(number), step))));
            var entry = new LogEntry(LogEntryKind.StatusRecord, number, digest);
            var text = (await authority.Public.Find(StatusPaths.Proof(CertificateNumber.Parse(number), step), Stop))!.Content;
            Assert.True(LogProof.TryParse(Encoding.UTF8.GetString(text), out var proof));
            Assert.NotNull(proof.Open(entry.Bytes(), OpenedLog.Policy, out _));
        }
        Assert.Equal(2, (await authority.Log.Entries(Stop)).Count(entry => entry.Contains("status-record", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Words_of_officers_are_in_no_public_file()
    {
        var (authority, number) = await Issued();
        await authority.Move(number, StatusMove.Suspend, Hour, Stop);

        var told = DomainJson.Bytes(await Record(authority, StatusPaths.Record(CertificateNumber.Parse(number))));
        Assert.Contains("suspension.unspecified", Encoding.UTF8.GetString(told));
        Assert.DoesNotContain("Words of an officer", Encoding.UTF8.GetString(told));
    }

    [Fact]
    public async Task Publishing_again_changes_no_byte_of_a_record()
    {
        var (authority, number) = await Issued();
        var path = StatusPaths.Record(CertificateNumber.Parse(number));
        var before = (await authority.Public.Find(path, Stop))!.Content;

        await authority.PublishStatus(number, Stop);

        Assert.Equal(before, (await authority.Public.Find(path, Stop))!.Content);
    }

    [Fact]
    public async Task A_file_that_somebody_put_in_place_of_a_record_is_not_taken_over()
    {
        var (authority, number) = await Issued();
        await authority.Public.PutOnce(StatusPaths.Record(CertificateNumber.Parse(number), 2), "forged"u8.ToArray(), "text/plain", Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => authority.Move(number, StatusMove.Suspend, Hour, Stop));
    }

    [Fact]
    public async Task The_list_stands_as_jwt_and_cwt_with_the_same_entries_and_the_first_of_each_day_is_kept()
    {
        var (authority, number) = await Issued();
        await authority.NextDay(Stop);
        await authority.Move(number, StatusMove.Suspend, Hour, Stop);

        var record = await authority.Certificates.Read(number, Stop);
        var (jwt, cwt) = (await Jwt(authority, "status/1.jwt"), await Cwt(authority, "status/1.cwt"));
        Assert.Equal(StatusEntry.Suspended, jwt.Entries[record.Pointer.Index]);
        Assert.Equal((jwt.Subject, jwt.IssuedAt, jwt.ExpiresAt), (cwt.Subject, cwt.IssuedAt, cwt.ExpiresAt));
        Assert.True(jwt.Entries.Bytes.Span.SequenceEqual(cwt.Entries.Bytes.Span));
        Assert.True(jwt.Entries.Count >= 131_072);
        foreach (var day in (int[])[0, 1])
        {
            var kept = await Jwt(authority, StatusPaths.OfDay("status/1.jwt", SampleDraft.Day.AddDays(day)));
            Assert.Equal((SampleDraft.Day.AddDays(day), StatusEntry.Valid), (kept.IssuedAt, kept.Entries[record.Pointer.Index]));
        }
    }

    [Fact]
    public async Task When_a_list_is_half_full_the_next_is_published_beside_it_and_both_are_refreshed()
    {
        var (authority, _) = await Issued();
        await FillHalf(authority);
        Assert.Equal(2, (await authority.Numbers.Reserve("another", 2026, Stop)).StatusList);
        Assert.Equal(1, await authority.NextDay(Stop));

        var second = authority.Profile.StatusListUri(2);
        await authority.StatusLists.Publish(new StatusPointer(second, 7), CertificateStatus.Restricted, Stop);

        Assert.Equal(2, await authority.NextDay(Stop));
        var lists = (await Jwt(authority, "status/1.jwt"), await Jwt(authority, "status/2.jwt"));
        Assert.Equal((SampleDraft.Day.AddDays(2), SampleDraft.Day.AddDays(2)), (lists.Item1.IssuedAt, lists.Item2.IssuedAt));
        Assert.Equal((second, StatusEntry.Restricted), (lists.Item2.Subject, lists.Item2.Entries[7]));
    }

    [Fact]
    public async Task A_list_that_nobody_can_vouch_for_is_made_anew_from_the_records()
    {
        var (authority, number) = await Issued();
        await authority.Move(number, StatusMove.Withdraw, Hour, Stop, "withdrawal.safety");
        var mine = (await authority.Public.Find("status/1.jwt", Stop))!;
        await authority.Public.PutVersion("status/1.jwt", "forged"u8.ToArray(), StatusListToken.MediaType, mine.ETag, Hour, Stop);

        await authority.NextDay(Stop);

        var record = await authority.Certificates.Read(number, Stop);
        Assert.Equal(StatusEntry.Invalid, (await Jwt(authority, "status/1.jwt")).Entries[record.Pointer.Index]);
    }

    private async Task<(IssuingAuthority Authority, string Number)> Issued()
    {
        _storage = await azurite.NewStorage();
        var authority = new IssuingAuthority(_storage, _keys, await _keys.TrustAsync());
        await authority.Seed(Stop);
        return (authority, await authority.Issue(Stop));
    }

    private async Task FillHalf(IssuingAuthority authority)
    {
        Assert.Equal(1, await authority.Numbers.StatusLists(Stop));
        var table = _storage.Table(StorageNames.NumbersTable);
        var row = (await table.GetEntityAsync<Azure.Data.Tables.TableEntity>("certificates", "status-list", cancellationToken: Stop)).Value;
        row["Used"] = NumberRegister.StatusListSize / 2;
        await table.UpdateEntityAsync(row, row.ETag, cancellationToken: Stop);
    }

    private static async Task<string?> Code(IssuingAuthority authority, string number, DateTimeOffset at)
    {
        var record = Encoding.ASCII.GetString((await authority.Public.Find(StatusPaths.Record(CertificateNumber.Parse(number)), Stop))!.Content);
        var verdict = CertificateVerification.Verify(
            await authority.Issued.Find(number, Stop), new(authority.Trust.Snapshot, null, at, TimeSpan.FromDays(1), StatusRecord: record)).Verdict;
        return verdict.Reasons.SingleOrDefault()?.Code;
    }

    private static async Task<StatusRecord> Record(IssuingAuthority authority, string path) => StatusRecord.Open(
        Encoding.ASCII.GetString((await authority.Public.Find(path, Stop))!.Content), authority.Trust.Snapshot, out _)!.Record;

    private static async Task<StatusListToken> Jwt(IssuingAuthority authority, string path) => StatusListToken.Open(
        Encoding.ASCII.GetString((await authority.Public.Find(path, Stop))!.Content), authority.Trust.Snapshot, SampleDraft.Day, out _)!;

    private static async Task<StatusListToken> Cwt(IssuingAuthority authority, string path) => StatusListCwt.Open(
        (await authority.Public.Find(path, Stop))!.Content, authority.Trust.Snapshot, SampleDraft.Day, out _)!;
}
