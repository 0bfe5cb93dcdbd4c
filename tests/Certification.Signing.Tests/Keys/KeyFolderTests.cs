using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Keys;
using Xunit;

namespace Certification.Signing.Tests.Keys;

public sealed class KeyFolderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certification-keys");

    private string Keys => Path.Combine(_folder.FullName, "xa", "keys");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Keys_are_made_once_and_stay()
    {
        using var first = KeyFolder.OpenOrCreate(Keys, "XA", "Authority of Exampland", Now);
        using var second = KeyFolder.OpenOrCreate(Keys, "XA", "Authority of Exampland", Now.AddDays(1));
        Assert.Equal(first.Certificates(), second.Certificates());
        Assert.Equal(("XA", "Authority of Exampland"), (second.Code, second.Name));
    }

    [Fact]
    public async Task Many_who_open_at_once_end_with_the_same_keys()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => KeyFolder.OpenOrCreate(Keys, "XA", "Exampland", Now))));
        Assert.Single(opened.Select(folder => folder.Certificates()).Distinct());
        Assert.Equal([Keys], Directory.GetDirectories(Path.GetDirectoryName(Keys)!));
    }

    [Fact]
    public void Nobody_but_the_owner_reads_the_keys()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes");
            return;
        }

        KeyFolder.OpenOrCreate(Keys, "XA", "Exampland", Now).Dispose();
        foreach (var file in Directory.GetFiles(Keys))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys));
    }

    [Fact]
    public void A_folder_with_a_key_missing_is_not_repaired_in_silence()
    {
        KeyFolder.OpenOrCreate(Keys, "XA", "Exampland", Now).Dispose();
        File.Delete(Path.Combine(Keys, "status.key.pem"));
        Assert.Throws<FileNotFoundException>(() => KeyFolder.OpenOrCreate(Keys, "XA", "Exampland", Now));
    }

    [Fact]
    public void A_folder_that_is_older_than_logs_says_what_to_run_and_is_completed_without_changing_a_key()
    {
        string issuing;
        using (var keys = KeyFolder.OpenOrCreate(Keys, "XA", "Exampland", Now))
        {
            issuing = keys.Issuing.Certificate.Thumbprint;
        }

        foreach (var file in Directory.GetFiles(Keys, "log*").Concat(Directory.GetFiles(Keys, "witness*")))
        {
            File.Delete(file);
        }

        Assert.Contains("./certify keys init", Assert.ThrowsAny<IOException>(() => KeyFolder.Open(Keys)).Message, StringComparison.Ordinal);
        Assert.True(KeyFolder.Complete(Keys, Now));
        Assert.False(KeyFolder.Complete(Keys, Now));
        using var completed = KeyFolder.Open(Keys);
        Assert.Equal(issuing, completed.Issuing.Certificate.Thumbprint);
        Assert.Contains("OU=log", completed.Log.Certificate.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_completion_that_was_killed_half_way_keeps_the_key_that_it_made()
    {
        KeyFolder.OpenOrCreate(Keys, "XA", "Exampland", Now).Dispose();
        var key = File.ReadAllText(Path.Combine(Keys, "log.key.pem"));
        File.Delete(Path.Combine(Keys, "log.crt.pem"));
        File.Delete(Path.Combine(Keys, "witness.key.pem"));

        Assert.True(KeyFolder.Complete(Keys, Now));

        Assert.Equal(key, File.ReadAllText(Path.Combine(Keys, "log.key.pem")));
        KeyFolder.Open(Keys).Dispose();
    }

    [Fact]
    public void A_key_beside_another_keys_certificate_is_refused()
    {
        KeyFolder.OpenOrCreate(Keys, "XA", "Exampland", Now).Dispose();
        File.Copy(Path.Combine(Keys, "status.key.pem"), Path.Combine(Keys, "issuing.key.pem"), overwrite: true);
        Assert.Throws<CryptographicException>(() => KeyFolder.Open(Keys));
    }

    [Fact]
    public void Service_certificates_cannot_issue_certificates()
    {
        using var keys = KeyFolder.OpenOrCreate(Keys, "XA", "Exampland", Now);
        Assert.False(keys.Issuing.Certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.True(keys.Root.Certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
    }
}
