using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Certification.Cli.Terminal;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify keys certify</c>: the offline root makes the certificate of a key that stays in a vault, and the authority's
/// card names it beside those that it names already.</summary>
public static class CertifyKeyCommand
{
    private const long KeyLimit = 64 * 1024;

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var folder = new Option<string>("--root") { Description = "Folder with the root and its card", HelpName = "DIR", Required = true };
        var use = new Option<ServiceKind>("--use") { Description = "What the key signs: issuing, status, statement, federation or log", HelpName = "USE", Required = true };
        var key = new Option<string>("--public-key") { Description = "The public key (PEM)", HelpName = "FILE", Required = true };
        var from = CommonOptions.Instant("--from", "From when on it counts (default: now)");
        var command = new ExampledCommand(
            "certify", "Certify a key of which only the public part is known, such as a key vault's",
            "./certify keys certify --root root --use issuing --public-key issuing.pem",
            "./certify keys certify --root root --use issuing --public-key issuing-2.pem --from 2027-01-01") { folder, use, key, from };
        command.SetAction((parsed, _) => Task.FromResult((int)Certify(
            terminal, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(use), parsed.GetRequiredValue(key), parsed.GetValue(from))));
        return command;
    }

    private static ExitCode Certify(CommandTerminal terminal, string folder, ServiceKind use, string keyFile, DateTimeOffset? from)
    {
        using var root = KeyFolders.OpenRoot(folder);
        using var publicKey = ReadKey(keyFile);
        var path = AuthorityCard.In(folder);
        var card = AuthorityCard.Read(path);
        RequireNew(card, publicKey, keyFile);
        // An hour back for clocks that are behind, unless somebody chose the instant.
        using var certificate = root.Certify(use, publicKey, from ?? DateTimeOffset.UtcNow.AddHours(-1));
        AuthorityCard.Write(path, card with { Services = [.. card.Services, TrustService.Of(use, certificate)] });
        terminal.Out.MarkupLineInterpolated(
            $"[bold]{certificate.Subject}[/] counts from {certificate.NotBefore.ToUniversalTime():u} to {certificate.NotAfter.ToUniversalTime():u}.");
        terminal.Out.MarkupLineInterpolated($"{path} names it. Sign the trust list anew: ./certify trust sign --folder {folder}");
        return ExitCode.Yes;
    }

    private static ECDsa ReadKey(string file)
    {
        var key = ECDsa.Create();
        try
        {
            var pem = Encoding.UTF8.GetString(InputFile.Read(file, KeyLimit));
            if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal)) throw Unfit("This is a private key; it has no business here.");
            key.ImportFromPem(pem);
            return key.KeySize == 256 ? key : throw Unfit($"The key has {key.KeySize} bits; an authority signs with P-256.");
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            throw Unfit(unreadable.Message);
        }

        ProblemException Unfit(string why)
        {
            key.Dispose();
            return new(
                new Problem(why, file, "Get the public key: az keyvault key download --encoding PEM.", "keys.public-key-unfit"), ExitCode.No);
        }
    }

    // A key for two uses would let a status list be passed off as something else; the same use twice is a mistake.
    private static void RequireNew(TrustedAuthority card, ECDsa publicKey, string keyFile)
    {
        var bytes = publicKey.ExportSubjectPublicKeyInfo();
        if (card.Services.FirstOrDefault(service => KeyOf(service).AsSpan().SequenceEqual(bytes)) is { } known)
        {
            throw new ProblemException(
                new Problem(
                    $"The card names this key already, for {known.Kind.ToString().ToLowerInvariant()}.", keyFile,
                    "Make another key, or a new version of it.", "keys.already-certified"),
                ExitCode.No);
        }
    }

    private static byte[] KeyOf(TrustService service)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(service.Certificate));
        return certificate.PublicKey.ExportSubjectPublicKeyInfo();
    }
}
