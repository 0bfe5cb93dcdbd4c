using Certification.Signing.Json;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Trust;

public sealed class TrustStoreFileTests : IDisposable
{
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB", "Authority of Beispielland");

    public void Dispose()
    {
        _xa.Dispose();
        _xb.Dispose();
    }

    [Fact]
    public async Task A_list_signed_by_the_pinned_anchor_opens()
    {
        var compact = await TrustListSigner.SignAsync(_xa.TrustList(_xb), _xa.Keys.Root);
        var store = TrustStoreFile.OpenList(compact, _xa.Keys.Root.Certificate, 1, out var fault);
        Assert.Null(fault);
        Assert.Equal("https://xb.example/v1", store!.Authority("XB")!.Api);
        Assert.NotNull(store.Find(ServiceKind.Issuing, new Certification.Signing.Keys.VerificationKey(_xb.Keys.Issuing.Certificate).Thumbprint));
    }

    [Fact]
    public async Task A_list_signed_by_another_anchor_is_refused()
    {
        var compact = await TrustListSigner.SignAsync(_xb.TrustList(_xa), _xb.Keys.Root);
        Assert.Null(TrustStoreFile.OpenList(compact, _xa.Keys.Root.Certificate, 1, out var fault));
        Assert.Equal("trust.signature-invalid", fault!.Code);
    }

    [Fact]
    public async Task A_list_signed_by_a_service_key_of_its_publisher_is_refused()
    {
        var compact = await SignedJson.SignAsync(SignedJsonTypes.TrustList, _xa.TrustList(), _xa.Keys.Statement);
        Assert.Null(TrustStoreFile.OpenPinned(compact, out var fault));
        Assert.Equal("trust.signature-invalid", fault!.Code);
    }

    [Fact]
    public async Task An_earlier_list_than_one_seen_is_a_rollback()
    {
        var compact = await TrustListSigner.SignAsync(_xa.TrustList(), _xa.Keys.Root);
        Assert.Null(TrustStoreFile.OpenList(compact, _xa.Keys.Root.Certificate, 2, out var fault));
        Assert.Equal("trust.rolled-back", fault!.Code);
    }

    [Fact]
    public async Task One_service_that_does_not_chain_to_its_authority_refuses_the_whole_list()
    {
        var list = _xa.TrustList(_xb);
        var mixed = list with { Authorities = [list.Authorities[0], list.Authorities[1] with { Services = list.Authorities[0].Services }] };
        await Assert.ThrowsAsync<ArgumentException>(async () => await TrustListSigner.SignAsync(mixed, _xa.Keys.Root));
        var compact = await SignedJson.SignAsync(SignedJsonTypes.TrustList, mixed, _xa.Keys.Root);
        Assert.Null(TrustStoreFile.OpenPinned(compact, out var fault));
        Assert.Equal("trust.malformed", fault!.Code);
    }

    [Fact]
    public async Task A_key_of_one_use_is_not_found_for_another()
    {
        var store = await _xa.TrustAsync();
        var status = new Certification.Signing.Keys.VerificationKey(_xa.Keys.Status.Certificate).Thumbprint;
        Assert.NotNull(store.Find(ServiceKind.Status, status));
        Assert.Null(store.Find(ServiceKind.Issuing, status));
    }

    [Fact]
    public void Certificates_without_their_root_are_no_trust()
    {
        Assert.Null(TrustStoreFile.OpenPinned(_xa.Keys.Issuing.Certificate.ExportCertificatePem(), out var fault));
        Assert.Equal("trust.malformed", fault!.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("a.b.c")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void What_is_neither_list_nor_certificates_is_malformed(string text)
    {
        Assert.Null(TrustStoreFile.OpenPinned(text, out var fault));
        Assert.Equal("trust.malformed", fault!.Code);
    }
}
