using Certification.Hosting.Keys;
using Certification.Hosting.Settings;
using Certification.Hosting.Telemetry;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Certification.Vault.Tests.StandIn;
using Certification.Workflows.Activities;

namespace Certification.Hosting.Tests.Keys;

public sealed class VaultKeysTests : IAsyncLifetime
{
    private static readonly ServiceKind[] Kinds = Enum.GetValues<ServiceKind>();
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-").FullName;
    private StandInVault _vault = null!;
    private OfflineRoot _root = null!;

    public async ValueTask InitializeAsync()
    {
        _vault = await StandInVault.StartAsync();
        _root = OfflineRoot.Create(Path.Combine(_folder, "root"), "XA", "Authority of Exampland", TimeProvider.System.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        _root.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_use_has_the_key_of_its_name()
    {
        var services = Kinds.Select(Certified).ToArray();
        var keys = await Open(await ListFile(services));

        Assert.Equal(
            services.Select(service => service.Certificate),
            new[] { keys.Signing.Issuing, keys.Signing.Status, keys.Signing.Statement, keys.Signing.Federation, keys.Signing.Log }
                .Select(key => Convert.ToBase64String(key.Certificate.RawData)));
        Assert.Equal(_root.Key.Certificate.RawData, keys.Anchor.RawData);
    }

    [Fact]
    public async Task A_certificate_signed_in_the_vault_is_valid_to_a_verifier_with_the_trust_list()
    {
        var keys = await Open(await ListFile([.. Kinds.Select(Certified)]));
        using var sample = new SampleAuthority();
        var signed = await sample.SignAsync(key: keys.Signing.Issuing);

        var check = CertificateVerifier.Check(signed.Xml, thumbprint => keys.Trust.Snapshot.Find(ServiceKind.Issuing, thumbprint)?.Key);

        Assert.Null(check.Fault);
    }

    [Fact]
    public async Task A_key_without_a_certificate_in_the_list_stops_the_start()
    {
        var services = Kinds.Where(kind => kind != ServiceKind.Federation).Select(Certified).ToArray();
        _vault.AddKey("federation");
        Assert.Equal("Keys:Vault", await Refused(await ListFile(services), "keys/federation"));
    }

    [Fact]
    public async Task A_key_whose_certificate_was_withdrawn_stops_the_start()
    {
        var services = Kinds.Select(Certified).ToArray();
        services[1] = services[1] with { Status = ServiceStatus.Withdrawn };
        Assert.Equal("Keys:Vault", await Refused(await ListFile(services), "keys/status"));
    }

    [Fact]
    public async Task Without_a_trust_list_nothing_says_whose_keys_they_are() =>
        Assert.Equal("Trust:ListFile", await Refused(null, "Keys:Vault"));

    private TrustService Certified(ServiceKind kind)
    {
        using var publicKey = _vault.AddKey(kind.ToString().ToLowerInvariant()).Public();
        using var certificate = _root.Certify(kind, publicKey, TimeProvider.System.GetUtcNow());
        return TrustService.Of(kind, certificate);
    }

    private async Task<string> ListFile(TrustService[] services)
    {
        var now = TimeProvider.System.GetUtcNow();
        var self = _root.Describe("https://xa.example", "https://xa.example/public") with { Services = services };
        var path = Path.Combine(_folder, "trust-list.jws");
        var list = await TrustListSigner.SignAsync(new("XA", 1, now, now.AddDays(30), [self]), _root.Key);
        await File.WriteAllTextAsync(path, list, TestContext.Current.CancellationToken);
        return path;
    }

    private Task<AuthorityKeys> Open(string? list) => AuthorityKeys.OpenVault(
        new AuthoritySettings(
            new AuthorityProfile("XA", "Authority of Exampland", "https://xa.example", "https://xa.example/public"),
            new StorageSection(), new KeysSection { Vault = StandInVault.Address.ToString().TrimEnd('/') }, new TrustSection { ListFile = list },
            new EvidenceSection(), new PublicSection(), null, null, new TelemetryTargets(Otlp: false, AzureMonitor: null), IsDevelopment: false, new TimeStampsSection()),
        _vault.Connect());

    private async Task<string> Refused(string? list, string says)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() => Open(list));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        return refused.Key;
    }
}
