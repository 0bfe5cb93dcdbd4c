using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Testing;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Interoperability;

/// <summary>Runs the commands of VERIFY.md as they stand there, on the example of tests/vectors/logged.</summary>
public sealed partial class VerifyPageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certification-verify-page");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_page_leads_a_newcomer_to_the_verdict()
    {
        var (code, output) = await Follow(certificate => certificate);
        Assert.Equal(0, code);
        Assert.Contains("status 0", output);
        Assert.Contains("the list is the one that the certificate names\n", output);
        Assert.EndsWith("xb.example/witness cosigned it on 2026-03-02 at 09:05:00 UTC\n", output);
    }

    [Theory]
    [InlineData("60/min", "61/min")]
    [InlineData("<Number>", "<!-- --><Number>")]
    [InlineData("</Certificate>", "</Certificate>\n")]
    public async Task A_changed_certificate_does_not_get_past_the_signature(string old, string replacement)
    {
        var (code, output) = await Follow(certificate => certificate.Replace(old, replacement));
        Assert.NotEqual(0, code);
        Assert.DoesNotContain("status 0", output);
    }

    [Fact]
    public async Task A_proof_of_another_entry_does_not_get_past_the_checkpoint()
    {
        var (code, output) = await Follow(certificate => certificate, proof => proof.Replace("\nindex 2\n", "\nindex 3\n"));
        Assert.NotEqual(0, code);
        Assert.DoesNotContain("cosigned", output);
    }

    [Fact]
    public async Task Where_a_status_record_is_published_the_page_reads_its_steps()
    {
        using var xa = new SampleAuthority();
        var signed = await xa.SignAsync();
        var suspended = SampleDraft.Day.AddDays(2);
        var record = new StatusRecord(
            "XA", signed.Certificate.Number, signed.CanonicalDigest, CertificateStatus.Suspended, suspended, "suspension.incident", null, suspended,
            [new(CertificateStatus.Valid, SampleDraft.Day, "issued")]);
        _folder.CreateSubdirectory("status");
        _folder.CreateSubdirectory("status-records");
        await File.WriteAllBytesAsync(InFolder("given.xml"), signed.Xml);
        await File.WriteAllTextAsync(InFolder($"status-records/{signed.Certificate.Number}.jwt"), await StatusRecord.SignAsync(record, xa.Keys.Status));
        await File.WriteAllTextAsync(InFolder("trust-list.given"), await TrustListSigner.SignAsync(xa.TrustList(), xa.Keys.Root));
        await File.WriteAllTextAsync(InFolder("status/1.jwt"), await xa.StatusAsync(StatusEntry.Suspended));

        // Up to the log: this certificate is in none.
        var (code, output) = await Run(await Page(before: "## 7. "), InFolder("trust-list.given"), InFolder("status/1.jwt"));

        Assert.Equal(0, code);
        Assert.Contains("status 2", output);
        Assert.EndsWith(
            """
            the record is of this very certificate
            "status":"suspended","since":"2026-03-04T09:00:00+00:00","reason":"suspension.incident"
            "status":"valid","since":"2026-03-02T09:00:00+00:00","reason":"issued"

            """,
            output);
    }

    private async Task<(int Code, string Output)> Follow(Func<string, string> change, Func<string, string>? changeProof = null)
    {
        await File.WriteAllTextAsync(InFolder("given.xml"), change(await File.ReadAllTextAsync(Vector("certificate.xml"))));
        var proof = await File.ReadAllTextAsync(Vector("certificate.tlog-proof"));
        await File.WriteAllTextAsync(InFolder("given.tlog-proof"), changeProof?.Invoke(proof) ?? proof);
        return await Run(await Page(before: null), Vector("trust-list.jws"), Vector("status-list.jwt"));
    }

    private static async Task<string> Page(string? before)
    {
        var page = await File.ReadAllTextAsync(RepositoryRoot.File("VERIFY.md"));
        return before is null ? page : page[..page.IndexOf(before, StringComparison.Ordinal)];
    }

    private async Task<(int Code, string Output)> Run(string page, string trust, string status)
    {
        foreach (var tool in (string[])["bash", "xmlsec1", "openssl", "curl"])
        {
            Assert.SkipUnless(File.Exists("/usr/bin/" + tool), $"{tool} is not installed");
        }

        await File.WriteAllTextAsync(InFolder("page.sh"), string.Concat(Commands().Matches(page).Select(match => match.Groups[1].Value)));
        var start = new ProcessStartInfo("/usr/bin/bash", ["-euo", "pipefail", "page.sh"])
        {
            WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["CERTIFICATE"] = "file://" + InFolder("given.xml");
        start.Environment["TRUST"] = "file://" + trust;
        start.Environment["STATUS"] = "file://" + status;
        start.Environment["PROOF"] = "file://" + InFolder("given.tlog-proof");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await errors;
        return (process.ExitCode, output);
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private static string Vector(string name) => RepositoryRoot.File("tests", "vectors", "logged", name);

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Commands();
}
