using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Storage.Tests.Changes;
using Certification.Testing;
using CsCheck;
using Xunit;

namespace Certification.Storage.Tests.Audit;

public sealed class AuditChainTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_chain_says_who_did_what_when_and_under_which_operation()
    {
        var (_, store) = await ThreeChanges();

        var records = await store.Subjects.ReadAudit("counter:a", Stop).ToListAsync(Stop);

        Assert.Equal([1, 2, 3], records.Select(record => record.Number));
        Assert.Equal(["op-1", "op-2", "op-3"], records.Select(record => record.OperationId));
        Assert.All(records, record => Assert.Equal(
            ("tester", "acme", "2026-03-01T12:00:00.0000000Z", "counter.incremented", "{\"by\":1}"),
            (record.Who.Subject, record.Who.Organisation, record.At, record.Code, record.DetailsJson)));
    }

    [Fact]
    public async Task Anybody_can_recompute_a_hash_from_the_stored_columns_alone()
    {
        var (storage, _) = await ThreeChanges();
        var row = (await storage.Table(StorageNames.SubjectsTable)
            .GetEntityAsync<TableEntity>("counter:a", "audit-00000002", cancellationToken: Stop)).Value;
        string[] fields =
        [
            "certification.audit.1", "counter:a", "2", row.GetString("At"), row.GetString("Issuer"),
            row.GetString("Subject"), row.GetString("Organisation"), row.GetString("Role"), row.GetString("Code"),
            row.GetString("OperationId"), row.GetString("Previous"), row.GetString("Details0"),
        ];

        var text = string.Concat(fields.Select(field => $"{Encoding.UTF8.GetByteCount(field)}:{field},"));

        Assert.Equal(row.GetString("Hash"), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("At", "2026-03-01T12:00:00.0000001Z")]
    [InlineData("Issuer", "urn:other")]
    [InlineData("Subject", "somebody-else")]
    [InlineData("Organisation", "other")]
    [InlineData("Role", "auditor")]
    [InlineData("Code", "counter.decremented")]
    [InlineData("Details0", "{\"by\":2}")]
    [InlineData("OperationId", "op-9")]
    [InlineData("Previous", "0000000000000000000000000000000000000000000000000000000000000001")]
    [InlineData("Hash", "0000000000000000000000000000000000000000000000000000000000000001")]
    public async Task A_column_changed_behind_our_back_breaks_the_chain_at_that_entry(string column, string value)
    {
        var (storage, store) = await ThreeChanges();
        await Change(storage, "audit-00000002", row => row[column] = value);

        var error = await Assert.ThrowsAsync<AuditChainBrokenException>(
            async () => await store.Subjects.ReadAudit("counter:a", Stop).ToListAsync(Stop));

        Assert.Equal(("counter:a", 2), (error.SubjectId, error.Number));
    }

    [Theory]
    [InlineData("audit-00000001")]
    [InlineData("audit-00000002")]
    [InlineData("audit-00000003")]
    public async Task A_missing_entry_breaks_the_chain(string key)
    {
        var (storage, store) = await ThreeChanges();
        await storage.Table(StorageNames.SubjectsTable).DeleteEntityAsync("counter:a", key, cancellationToken: Stop);

        await Assert.ThrowsAsync<AuditChainBrokenException>(
            async () => await store.Subjects.ReadAudit("counter:a", Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_head_changed_in_the_state_row_breaks_the_chain()
    {
        var (storage, store) = await ThreeChanges();
        await Change(storage, "state", row => row["AuditHead"] = Sha256Digest.Of("x"u8).Hex);

        await Assert.ThrowsAsync<AuditChainBrokenException>(
            async () => await store.Subjects.ReadAudit("counter:a", Stop).ToListAsync(Stop));
    }

    [Fact]
    public void Moving_text_from_one_field_to_the_next_changes_the_hash() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[0, 20]).Sample((left, right, cut) =>
        {
            var joined = left + right;
            var at = Math.Min(cut, joined.Length);
            var moved = Record(joined[..at], joined[at..]);
            return (left == joined[..at]) == (Record(left, right).Hash == moved.Hash);
        });

    private static AuditRecord Record(string subject, string organisation) => AuditRecord.Next(
        "counter:a", 1, new AuditEntry(new Actor("urn:i", subject, organisation, "officer"), default, "code", "{}"),
        "op", AuditRecord.Genesis);

    private static async Task Change(AuthorityStorage storage, string key, Action<TableEntity> change)
    {
        var table = storage.Table(StorageNames.SubjectsTable);
        var row = (await table.GetEntityAsync<TableEntity>("counter:a", key, cancellationToken: Stop)).Value;
        change(row);
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Stop);
    }

    private async Task<(AuthorityStorage Storage, SubjectStoreUnderTest Store)> ThreeChanges()
    {
        var storage = await azurite.NewStorage();
        var store = new SubjectStoreUnderTest(storage);
        for (var n = 1; n <= 3; n++)
        {
            await store.Subjects.Change<Counter>("counter:a", $"op-{n}", Counter.Increment, cancellation: Stop);
        }

        return (storage, store);
    }
}
