using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify keys rotate</c>: makes the next key for a use. The one before stays granted until its certificate ends, so that
/// what it signed still verifies.</summary>
public static class RotateKeyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var kind = new Option<ServiceKind>("--kind") { Description = "issuing, status, statement, federation or log", HelpName = "USE", Required = true };
        var folder = new Option<string>("--folder") { Description = "The authority's key folder", HelpName = "DIR", Required = true };
        var root = KeysCommand.RootOption();
        var list = KeysCommand.ListOption();
        var from = CommonOptions.Instant("--from", "From when on the key counts (default: now)");
        var command = new ExampledCommand(
            "rotate", "Make the next key for a use, under the same root",
            "./certify keys rotate --kind issuing --folder keys/xa --root keys/xa-root --list keys/xa/trust-list.jws",
            "./certify keys rotate --kind status --folder keys/xa --from 2027-01-01") { kind, folder, root, list, from };
        command.SetAction(async (parsed, cancellation) => (int)await Rotate(
            terminal, parsed.GetRequiredValue(kind), parsed.GetRequiredValue(folder),
            parsed.GetValue(root) ?? parsed.GetRequiredValue(folder), parsed.GetValue(list), parsed.GetValue(from), cancellation));
        return command;
    }

    private static async Task<ExitCode> Rotate(
        CommandTerminal terminal, ServiceKind kind, string folder, string rootFolder, string? list, DateTimeOffset? from, CancellationToken cancellation)
    {
        using var root = KeyFolders.OpenRoot(rootFolder);
        var card = AuthorityCard.Read(AuthorityCard.In(rootFolder));
        // An hour back for clocks that are behind, unless somebody chose the instant.
        var certificate = Unnamed(folder, root, kind, card) ?? KeyRotation.MakeNext(folder, root, kind, from ?? DateTimeOffset.UtcNow.AddHours(-1));
        card = card with { Services = [.. card.Services, TrustService.Of(kind, certificate)] };
        AuthorityCard.Write(AuthorityCard.In(rootFolder), card);
        KeysCommand.WriteCertificates(folder, card.Api);
        terminal.Out.MarkupLineInterpolated(
            $"[bold]{certificate.Subject}[/] {VerificationKey.ThumbprintOf(certificate)} counts from {certificate.NotBefore.ToUniversalTime():u}. Those before it stay as they were.");
        await KeysCommand.SignList(terminal, list, rootFolder, root, card, cancellation);
        terminal.Out.MarkupLine("An authority that runs signs with the new key only after a restart; until then it signs with the old one, which stays good.");
        return ExitCode.Yes;
    }

    // What an interrupted rotation left: a key with its certificate that nobody was told of.
    private static X509Certificate2? Unnamed(string folder, OfflineRoot root, ServiceKind kind, TrustedAuthority card)
    {
        using var keys = KeyFolders.Open(folder);
        if (!keys.Root.Certificate.RawDataMemory.Span.SequenceEqual(root.Key.Certificate.RawDataMemory.Span))
        {
            throw new ProblemException(
                new Problem("The root is not the one under which these keys are.", folder, "Give --root DIR with the root of this authority.", "keys.other-root"),
                ExitCode.No);
        }

        var named = card.Services.Select(service => service.Certificate).ToHashSet();
        return keys.CertificatesFor(kind).Where(certificate => !named.Contains(Convert.ToBase64String(certificate.RawData)))
            .Select(certificate => X509CertificateLoader.LoadCertificate(certificate.RawData)).LastOrDefault();
    }
}
