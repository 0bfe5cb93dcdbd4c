using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Testing.Certificates;
using CsCheck;
using Xunit;

namespace Certification.Signing.Tests.StatusLists;

public sealed class StatusListTests : IDisposable
{
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public void Entries_are_packed_as_the_draft_packs_them()
    {
        // draft-ietf-oauth-status-list, section 4.1, example with 2 bits.
        var list = StatusList.FromBytes([0xC9, 0x44, 0xF9]);
        Assert.Equal([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3], Enumerable.Range(0, list.Count).Select(index => (int)list[index]));
    }

    [Fact]
    public void Setting_entries_changes_them_and_nothing_else() =>
        Gen.Dictionary(Gen.Int[0, StatusList.DefaultEntries - 1], Gen.Enum<StatusEntry>())[0, 50].Sample(changes =>
        {
            var list = StatusList.Create().With(changes);
            var touched = changes.Keys.SelectMany(index => new[] { Math.Max(0, index - 1), index, Math.Min(list.Count - 1, index + 1) });
            return touched.All(index => list[index] == changes.GetValueOrDefault(index, StatusEntry.Valid));
        });

    [Fact]
    public void A_list_is_large_enough_to_hide_who_is_asked_about() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusList.Create(1024));

    [Fact]
    public void An_index_beyond_the_list_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusList.Create()[StatusList.DefaultEntries]);

    [Fact]
    public async Task A_token_says_again_what_was_put_into_it()
    {
        var token = StatusListToken.Open(await _xa.StatusAsync(StatusEntry.Suspended), await _xa.TrustAsync(), SampleDraft.Day, out var fault);
        Assert.Null(fault);
        Assert.Equal(("XA", SampleDraft.StatusList, SampleDraft.Day.AddDays(1)), (token!.Authority, token.Subject, token.IssuedAt));
        Assert.Equal(StatusEntry.Suspended, token.Entries[SampleDraft.Create().Status.Index]);
    }

    [Theory]
    [InlineData(CertificateStatus.Valid, StatusEntry.Valid)]
    [InlineData(CertificateStatus.Restricted, StatusEntry.Restricted)]
    [InlineData(CertificateStatus.Suspended, StatusEntry.Suspended)]
    [InlineData(CertificateStatus.Withdrawn, StatusEntry.Invalid)]
    [InlineData(CertificateStatus.Superseded, StatusEntry.Invalid)]
    public void A_status_has_its_entry(CertificateStatus status, StatusEntry entry) => Assert.Equal(entry, StatusEntries.Of(status));
}
