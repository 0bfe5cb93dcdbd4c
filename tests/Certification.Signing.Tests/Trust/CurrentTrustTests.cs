using Certification.Signing.Trust;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Trust;

public sealed class CurrentTrustTests : IDisposable
{
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB", "Authority of Otherland");

    public void Dispose()
    {
        _xa.Dispose();
        _xb.Dispose();
    }

    [Fact]
    public async Task A_list_with_a_higher_sequence_of_the_same_anchor_follows()
    {
        var trust = await Using(sequence: 5);
        var later = trust.Later(await List(6, _xb), out var fault);
        Assert.Null(fault);
        Assert.Null(trust.Snapshot.Authority("XB"));
        trust.Follow(later!);
        Assert.NotNull(trust.Snapshot.Authority("XB"));
    }

    [Fact]
    public async Task An_earlier_list_is_refused() => Assert.Equal("trust.rolled-back", await Fault(await List(4, _xb)));

    [Fact]
    public async Task Another_list_with_the_same_sequence_is_refused() => Assert.Equal("trust.sequence-reused", await Fault(await List(5, _xb)));

    [Fact]
    public async Task The_same_list_again_is_no_fault() => Assert.Null(await Fault(await List(5)));

    [Fact]
    public async Task Another_authoritys_list_is_refused() => Assert.Equal(
        "trust.signature-invalid", await Fault(await TrustListSigner.SignAsync(_xb.TrustList() with { Sequence = 6 }, _xb.Keys.Root)));

    [Fact]
    public async Task Half_a_file_is_refused() => Assert.Equal("trust.malformed", await Fault((await List(6))[..500]));

    [Fact]
    public void Pinned_certificates_are_followed_by_nothing()
    {
        Assert.Null(new CurrentTrust(TrustStoreFile.OpenPinned(_xa.Keys.Certificates(), out _)!).Later("", out var fault));
        Assert.Equal("trust.not-a-list", fault!.Code);
    }

    private async Task<CurrentTrust> Using(long sequence) => new(TrustStoreFile.OpenPinned(await List(sequence), out _)!);

    private async Task<string?> Fault(string compact)
    {
        (await Using(sequence: 5)).Later(compact, out var fault);
        return fault?.Code;
    }

    private async Task<string> List(long sequence, params SampleAuthority[] others) =>
        await TrustListSigner.SignAsync(_xa.TrustList(others) with { Sequence = sequence }, _xa.Keys.Root);
}
