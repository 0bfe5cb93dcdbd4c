using System.ComponentModel;
using System.Diagnostics;
using Certification.Signing.Trust;

namespace Certification.Cli.Journey;

/// <summary>Asks another implementation, <c>xmlsec1</c>, whether the signature holds.</summary>
public static class SecondOpinion
{
    /// <summary>True or false as it says; null where it is not installed.</summary>
    public static async Task<bool?> AskAsync(DownloadedFiles files, CancellationToken cancellation)
    {
        var key = Path.ChangeExtension(files.Certificate, ".issuer.der");
        await File.WriteAllBytesAsync(key, await IssuerCertificateAsync(files, cancellation), cancellation);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                "xmlsec1", ["--verify", "--enabled-reference-uris", "empty", "--pubkey-cert-der", key, files.Certificate])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // How the platform says that there is no such program.
            return null;
        }
    }

    private static async Task<byte[]> IssuerCertificateAsync(DownloadedFiles files, CancellationToken cancellation)
    {
        var trust = TrustStoreFile.OpenPinned(await File.ReadAllTextAsync(files.Trust, cancellation), out _)!;
        var issuer = trust.Authority(Path.GetFileName(files.Certificate)[..2])!;
        return Convert.FromBase64String(issuer.Services.Single(service => service.Kind == ServiceKind.Issuing).Certificate);
    }
}
