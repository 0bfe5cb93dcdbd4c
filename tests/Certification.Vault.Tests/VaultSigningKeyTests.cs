using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;
using Certification.Vault.Tests.StandIn;

namespace Certification.Vault.Tests;

public sealed class VaultSigningKeyTests : IAsyncLifetime
{
    private static readonly byte[] Digest = SHA256.HashData("something to sign"u8);
    private readonly SampleAuthority _authority = new();
    private StandInVault _vault = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _vault = await StandInVault.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task What_it_signs_verifies_with_its_certificate()
    {
        var made = Certified();
        var key = await Open();

        var signature = await key.SignAsync(Digest, Cancelled);

        Assert.Equal(64, signature.Length);
        Assert.True(new VerificationKey(made.Certificate!).VerifyEcdsa(Digest, signature));
        Assert.Equal(made.Certificate!.RawData, key.Certificate.RawData);
    }

    [Fact]
    public async Task Its_certificate_may_lie_outside_the_vault()
    {
        var made = _vault.AddKey("issuing");
        using var certificate = Certify(made);

        var key = await VaultSigningKey.OpenAsync(_vault.Connect(), "issuing", null, certificate, Cancelled);

        var signature = await key.SignAsync(Digest, Cancelled);
        Assert.True(new VerificationKey(certificate).VerifyEcdsa(Digest, signature));
        Assert.DoesNotContain(_vault.Requests, request => request.Contains("/certificates/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_running_process_keeps_to_its_version_when_the_vault_gets_a_newer_one()
    {
        var first = Certified();
        var key = await Open();
        Certified();

        await key.SignAsync(Digest, Cancelled);

        Assert.Equal(first.Version, key.Version);
        Assert.Equal($"POST /keys/issuing/{first.Version}/sign", _vault.Requests.Last());
    }

    [Fact]
    public async Task A_pinned_version_is_the_one_that_signs()
    {
        var first = Certified();
        Certified();

        var key = await VaultSigningKey.OpenAsync(_vault.Connect(), "issuing", first.Version, Cancelled);

        Assert.Equal(first.Certificate!.RawData, key.Certificate.RawData);
    }

    [Fact]
    public async Task It_signs_for_several_callers_at_once()
    {
        Certified();
        var key = await Open();
        var digests = Enumerable.Range(0, 40).Select(n => SHA256.HashData([(byte)n])).ToArray();

        var signatures = await Task.WhenAll(digests.Select(digest => key.SignAsync(digest, Cancelled).AsTask()));

        var check = new VerificationKey(key.Certificate);
        Assert.All(digests.Zip(signatures), pair => Assert.True(check.VerifyEcdsa(pair.First, pair.Second)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_vault_that_is_busy_is_asked_again(int status)
    {
        Certified();
        var key = await Open();
        _vault.FailOnce(status);
        _vault.FailOnce(status);

        Assert.Equal(64, (await key.SignAsync(Digest, Cancelled)).Length);
    }

    [Fact]
    public async Task A_vault_that_stays_busy_is_unreachable()
    {
        Certified();
        var key = await Open();
        for (var attempt = 0; attempt < 5; attempt++) _vault.FailOnce(429);

        await Refused("vault.unreachable", "429", () => key.SignAsync(Digest, Cancelled).AsTask());
    }

    [Fact]
    public async Task A_caller_without_a_role_is_told_which_one()
    {
        Certified();
        _vault.Forbids = true;
        await Refused("vault.forbidden", "Key Vault Crypto User", () => Open());
    }

    [Fact]
    public async Task A_disabled_key_is_refused_at_the_start()
    {
        Certified().Enabled = false;
        await Refused("vault.key-disabled", "/certificates/issuing", () => Open());
    }

    [Fact]
    public async Task A_key_that_is_disabled_later_signs_no_more()
    {
        var made = Certified();
        var key = await Open();
        made.Enabled = false;
        await Refused("vault.key-disabled", made.Version, () => key.SignAsync(Digest, Cancelled).AsTask());
    }

    [Fact]
    public async Task A_key_whose_certificate_is_not_merged_yet_is_refused()
    {
        _vault.AddKey("issuing");
        await Refused("vault.key-disabled", "waits to be signed and merged", () => Open());
    }

    [Fact]
    public async Task A_key_that_can_leave_the_vault_is_refused()
    {
        Certified().Exportable = true;
        await Refused("vault.key-exportable", "exportable: false", () => Open());
    }

    [Fact]
    public async Task A_key_on_another_curve_is_refused()
    {
        _vault.AddKey("issuing", ECCurve.NamedCurves.nistP384);
        await Refused(
            "vault.key-unfit", "P-256",
            () => VaultSigningKey.OpenAsync(_vault.Connect(), "issuing", null, _authority.Keys.Issuing.Certificate, Cancelled));
    }

    [Fact]
    public async Task A_certificate_of_another_key_is_found_at_the_start()
    {
        _vault.AddKey("issuing");
        await Refused(
            "vault.certificate-mismatch", "does not belong",
            () => VaultSigningKey.OpenAsync(_vault.Connect(), "issuing", null, _authority.Keys.Issuing.Certificate, Cancelled));
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_named() => await Refused("vault.not-found", "/certificates/issuing", () => Open());

    private Task<VaultSigningKey> Open() => VaultSigningKey.OpenAsync(_vault.Connect(), "issuing", cancellationToken: Cancelled);

    private StandInKey Certified()
    {
        var made = _vault.AddKey("issuing");
        made.Certificate = Certify(made);
        return made;
    }

    private X509Certificate2 Certify(StandInKey made)
    {
        using var root = OfflineRoot.Open(_authority.KeyPath);
        using var publicKey = made.Public();
        return root.Certify(ServiceKind.Issuing, publicKey, SampleDraft.Day.AddDays(-1));
    }

    private static async Task Refused(string code, string says, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<VaultException>(act);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }
}
