using System.Text.Json.Nodes;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Cli.Tests.Keys;

/// <summary>A root kept apart, keys that follow each other, and what the trust list says of them.</summary>
public sealed class KeyRotationTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-rotation-").FullName;

    private string Root => Path.Combine(_folder, "root");

    private string Keys => Path.Combine(_folder, "keys");

    private string List => Path.Combine(Root, "trust-list.jws");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_folder_of_a_running_authority_holds_no_private_key_of_the_root()
    {
        await Ceremony();
        Assert.False(File.Exists(Path.Combine(Keys, "root.key.pem")));
        Assert.True(File.Exists(Path.Combine(Root, "root.key.pem")));
        using var keys = KeyFolder.Open(Keys);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await keys.Root.SignAsync(new byte[32], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_ceremony_that_was_interrupted_after_the_root_goes_on_with_that_root()
    {
        await Succeeds("keys", "init", "--root-only", "--authority", "XA", "--url", "https://xa.example", "--folder", Root);
        var root = await File.ReadAllTextAsync(Path.Combine(Root, "root.crt.pem"), TestContext.Current.CancellationToken);
        await Ceremony();
        Assert.Equal(root, await File.ReadAllTextAsync(Path.Combine(Keys, "root.crt.pem"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Keys_that_are_there_are_never_overwritten()
    {
        await Ceremony();
        await Fails(1, "keys.folder-exists", "keys", "init", "--authority", "XA", "--folder", Keys, "--root", Root);
        await Fails(1, "keys.other-authority", "keys", "init", "--authority", "XB", "--folder", Path.Combine(_folder, "xb"), "--root", Root);
    }

    [Fact]
    public async Task After_a_rotation_both_keys_are_granted_and_the_new_one_signs()
    {
        await Ceremony();
        var before = await Trust();

        await Rotate("issuing");

        var after = await Trust();
        Assert.True(after.Sequence > before.Sequence);
        Assert.Equal(2, after.Granted(ServiceKind.Issuing, "XA", Now).Count);
        using var keys = KeyFolder.Open(Keys);
        Assert.Equal(keys.CertificatesFor(ServiceKind.Issuing)[1], keys.Newest(ServiceKind.Issuing, after.Granted(ServiceKind.Issuing, "XA", Now)).Certificate);
        Assert.Equal(keys.CertificatesFor(ServiceKind.Issuing)[0], keys.Newest(ServiceKind.Issuing, before.Granted(ServiceKind.Issuing, "XA", Now)).Certificate);
    }

    [Fact]
    public async Task A_key_for_a_later_day_signs_nothing_before_it()
    {
        await Ceremony();
        var day = Now.AddDays(30);
        await Succeeds("keys", "rotate", "--kind", "issuing", "--folder", Keys, "--root", Root, "--from", day.ToString("O"));
        var trust = await Trust();
        using var keys = KeyFolder.Open(Keys);
        Assert.Equal(keys.CertificatesFor(ServiceKind.Issuing)[0], keys.Newest(ServiceKind.Issuing, trust.Granted(ServiceKind.Issuing, "XA", Now)).Certificate);
        Assert.Equal(
            keys.CertificatesFor(ServiceKind.Issuing)[1], keys.Newest(ServiceKind.Issuing, trust.Granted(ServiceKind.Issuing, "XA", day.AddHours(1))).Certificate);
    }

    [Fact]
    public async Task A_rotation_that_was_interrupted_leaves_the_folder_usable_and_is_finished_by_the_next()
    {
        await Ceremony();
        var card = await File.ReadAllTextAsync(Path.Combine(Root, "card.json"), TestContext.Current.CancellationToken);
        await Rotate("issuing");
        // Killed after the key had its certificate, before the card named it.
        await File.WriteAllTextAsync(Path.Combine(Root, "card.json"), card, TestContext.Current.CancellationToken);
        // Killed before that, with another kind.
        await File.WriteAllTextAsync(Path.Combine(Keys, "status-2.key.pem"), await MakeKey(), TestContext.Current.CancellationToken);
        KeyFolder.Open(Keys).Dispose();

        await Rotate("issuing");
        await Rotate("status");

        using var keys = KeyFolder.Open(Keys);
        Assert.Equal([2, 2], new[] { ServiceKind.Issuing, ServiceKind.Status }.Select(kind => keys.CertificatesFor(kind).Count));
        Assert.Equal(2, (await Trust()).Granted(ServiceKind.Issuing, "XA", Now).Count);
    }

    [Fact]
    public async Task Without_the_list_that_is_to_name_it_no_key_is_made()
    {
        await Ceremony();
        await Fails(64, "--list", "keys", "rotate", "--kind", "issuing", "--folder", Keys, "--root", Root, "--list", Path.Combine(_folder, "none.jws"));
        using var keys = KeyFolder.Open(Keys);
        Assert.Single(keys.CertificatesFor(ServiceKind.Issuing));
    }

    [Fact]
    public async Task Another_authoritys_root_certifies_nothing_here()
    {
        await Ceremony();
        var other = Path.Combine(_folder, "other");
        await Succeeds("keys", "init", "--root-only", "--authority", "XA", "--folder", other);
        await Fails(1, "keys.other-root", "keys", "rotate", "--kind", "issuing", "--folder", Keys, "--root", other);
    }

    [Fact]
    public async Task The_list_shows_how_each_key_stands_and_which_one_signs()
    {
        await Ceremony();
        await Rotate("issuing");
        await Mark("withdraw", ServiceKind.Status, 0, "2026-01-01");

        var keys = await Listed();

        Assert.Equal([false, true], keys.Where(key => (string?)key["kind"] == "issuing").Select(key => (bool)key["signs"]!));
        Assert.Equal("withdrawn", (string?)keys.Single(key => (string?)key["kind"] == "status")["status"]);
        Assert.All(keys, key => Assert.True((bool)key["isHere"]!));
    }

    [Fact]
    public async Task A_compromise_reaches_the_signed_list_and_is_never_moved_to_a_later_instant()
    {
        await Ceremony();
        await Rotate("issuing");
        using var keys = KeyFolder.Open(Keys);
        var stolen = VerificationKey.ThumbprintOf(keys.CertificatesFor(ServiceKind.Issuing)[0]);

        await Mark("compromise", ServiceKind.Issuing, 0, "2027-03-01T12:00:00Z");

        Assert.Equal(new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero), (await Trust()).Find(ServiceKind.Issuing, stolen)!.CompromisedAt);
        await Fails(
            1, "keys.marked-already", "keys", "compromise", "--kind", "issuing", "--thumbprint", stolen.Hex, "--at", "2027-04-01", "--root", Root);
        Assert.Contains(await Listed(), key => (string?)key["status"] == "compromised since 2027-03-01 12:00:00Z");
        await Fails(
            1, "keys.thumbprint-unknown", "keys", "compromise", "--kind", "status", "--thumbprint", stolen.Hex, "--at", "2027-03-01", "--root", Root);
    }

    [Fact]
    public async Task A_ceremony_that_is_repeated_forgets_no_compromise()
    {
        await Succeeds("keys", "init", "--authority", "XA", "--url", "https://xa.example", "--folder", Keys);
        using var keys = KeyFolder.Open(Keys);
        var thumbprint = VerificationKey.ThumbprintOf(keys.Issuing.Certificate).Hex;
        await Succeeds("keys", "compromise", "--kind", "issuing", "--thumbprint", thumbprint[..8], "--at", "2027-03-01", "--root", Keys);
        await Succeeds("keys", "init", "--authority", "XA", "--url", "https://xa.example", "--folder", Keys);
        Assert.Contains("compromisedAt", await File.ReadAllTextAsync(Path.Combine(Keys, "card.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_key_is_named_in_the_signed_list_and_made_once()
    {
        await Ceremony();
        string[] make = ["keys", "second", "--folder", Keys, "--root", Root];
        await Succeeds(make);
        var named = Assert.Single((await Trust()).Authority("XA")!.SecondKeys!);
        Assert.Equal(KeyRotation.OpenOrMakeSecond(Keys).Public, named.Key);
        await Fails(1, "keys.second-exists", make);
    }

    private async Task Ceremony()
    {
        await Succeeds("keys", "init", "--authority", "XA", "--url", "https://xa.example", "--folder", Keys, "--root", Root);
        await Succeeds("trust", "sign", "--folder", Root);
    }

    private Task Rotate(string kind) => Succeeds("keys", "rotate", "--kind", kind, "--folder", Keys, "--root", Root);

    private async Task Mark(string verb, ServiceKind kind, int which, string at)
    {
        using var keys = KeyFolder.Open(Keys);
        var thumbprint = VerificationKey.ThumbprintOf(keys.CertificatesFor(kind)[which]).Hex;
        await Succeeds("keys", verb, "--kind", kind.ToString().ToLowerInvariant(), "--thumbprint", thumbprint, "--at", at, "--root", Root);
    }

    private async Task<List<JsonNode>> Listed()
    {
        var run = await CertifyRun.Of("keys", "list", "--root", Root, "--folder", Keys, "--json");
        return [.. JsonNode.Parse(run.Output)!["keys"]!.AsArray().Select(key => key!)];
    }

    private async Task<TrustStore> Trust() =>
        TrustStoreFile.OpenPinned(await File.ReadAllTextAsync(List, TestContext.Current.CancellationToken), out _)!;

    private static Task<string> MakeKey()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        return Task.FromResult(key.ExportPkcs8PrivateKeyPem());
    }

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
