using System.Security.Cryptography;
using Certification.Signing.Trust;

namespace Certification.Cli.Tests.Keys;

/// <summary>The ceremony of infra/README.md: a root offline, keys whose private parts are elsewhere.</summary>
public sealed class KeyCeremonyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-keys-").FullName;

    private string Root => Path.Combine(_folder, "root");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_signed_list_grants_each_key_for_its_use()
    {
        await MakeRoot();
        using var issuing = Key("issuing.pem");
        using var status = Key("status.pem");
        await Succeeds("keys", "certify", "--root", Root, "--use", "issuing", "--public-key", File("issuing.pem"));
        await Succeeds("keys", "certify", "--root", Root, "--use", "status", "--public-key", File("status.pem"));

        var trust = await SignedList();

        Assert.Equal(Public(issuing), Granted(trust, ServiceKind.Issuing));
        Assert.Equal(Public(status), Granted(trust, ServiceKind.Status));
        Assert.Empty(trust.Granted(ServiceKind.Federation, "XA", TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task A_key_that_follows_counts_beside_the_first_from_its_day_on()
    {
        await MakeRoot();
        using var first = Key("issuing.pem");
        using var second = Key("issuing-2.pem");
        await Succeeds("keys", "certify", "--root", Root, "--use", "issuing", "--public-key", File("issuing.pem"));
        await Succeeds("keys", "certify", "--root", Root, "--use", "issuing", "--public-key", File("issuing-2.pem"), "--from", "2027-06-01");

        var trust = await SignedList();
        var day = new DateTimeOffset(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Single(trust.Granted(ServiceKind.Issuing, "XA", day.AddSeconds(-1)));
        Assert.Equal(2, trust.Granted(ServiceKind.Issuing, "XA", day).Count);
    }

    [Fact]
    public async Task One_key_is_certified_for_one_use_only()
    {
        await MakeRoot();
        using var key = Key("issuing.pem");
        await Succeeds("keys", "certify", "--root", Root, "--use", "issuing", "--public-key", File("issuing.pem"));
        await Fails(1, "keys.already-certified", "keys", "certify", "--root", Root, "--use", "status", "--public-key", File("issuing.pem"));
    }

    [Fact]
    public async Task A_private_key_is_refused()
    {
        await MakeRoot();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await System.IO.File.WriteAllTextAsync(File("key.pem"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        await Fails(1, "keys.public-key-unfit", "keys", "certify", "--root", Root, "--use", "issuing", "--public-key", File("key.pem"));
    }

    [Fact]
    public async Task A_key_on_another_curve_is_refused()
    {
        await MakeRoot();
        using var key = Key("p384.pem", ECCurve.NamedCurves.nistP384);
        await Fails(1, "keys.public-key-unfit", "keys", "certify", "--root", Root, "--use", "issuing", "--public-key", File("p384.pem"));
    }

    [Fact]
    public async Task A_root_is_never_overwritten()
    {
        await MakeRoot();
        await Fails(1, "keys.root-exists", "keys", "init", "--root-only", "--authority", "XA", "--url", "https://xa.example", "--folder", Root);
    }

    [Fact]
    public async Task Without_a_root_nothing_is_certified() =>
        await Fails(64, "keys.folder-unreadable", "keys", "certify", "--root", Root, "--use", "issuing", "--public-key", File("issuing.pem"));

    private Task MakeRoot() =>
        Succeeds("keys", "init", "--root-only", "--authority", "XA", "--url", "https://xa.example", "--folder", Root);

    private async Task<TrustStore> SignedList()
    {
        await Succeeds("trust", "sign", "--folder", Root);
        var text = await System.IO.File.ReadAllTextAsync(Path.Combine(Root, "trust-list.jws"), TestContext.Current.CancellationToken);
        var trust = TrustStoreFile.OpenPinned(text, out var fault);
        Assert.Null(fault);
        return trust!;
    }

    private static byte[] Granted(TrustStore trust, ServiceKind kind) =>
        Assert.Single(trust.Granted(kind, "XA", TimeProvider.System.GetUtcNow())).PublicKey.ExportSubjectPublicKeyInfo();

    private static byte[] Public(ECDsa key) => key.ExportSubjectPublicKeyInfo();

    private ECDsa Key(string name, ECCurve? curve = null)
    {
        var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        System.IO.File.WriteAllText(File(name), key.ExportSubjectPublicKeyInfoPem());
        return key;
    }

    private string File(string name) => Path.Combine(_folder, name);

    private static async Task Succeeds(params string[] arguments)
    {
        var run = await CertifyRun.Of(arguments);
        Assert.True(run.ExitCode == 0, run.Errors);
    }

    private static async Task Fails(int exitCode, string code, params string[] arguments)
    {
        var run = await CertifyRun.Of(arguments);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(code, run.Errors, StringComparison.Ordinal);
    }
}
