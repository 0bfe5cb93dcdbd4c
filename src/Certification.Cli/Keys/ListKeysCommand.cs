using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify keys list</c>: an authority's keys by its card, how each stands now, and which one signs.</summary>
public static class ListKeysCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var root = KeysCommand.RootOption();
        root.Required = true;
        var folder = new Option<string?>("--folder") { Description = "The authority's key folder, if its keys are in one", HelpName = "DIR" };
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "list", "Show an authority's keys", "./certify keys list --root keys/xa-root --folder keys/xa", "./certify keys list --root root --json") { root, folder, json };
        command.SetAction(parsed =>
        {
            var card = AuthorityCard.Read(AuthorityCard.In(parsed.GetValue(root)!));
            var keys = Read(card, parsed.GetValue(folder), DateTimeOffset.UtcNow);
            if (parsed.GetValue(json)) terminal.WriteJson(new { authority = card.Code, keys });
            else Show(terminal, keys);
            return (int)ExitCode.Yes;
        });
        return command;
    }

    private static List<ListedKey> Read(TrustedAuthority card, string? folder, DateTimeOffset now)
    {
        using var keys = folder is null ? null : KeyFolders.Open(folder);
        var listed = card.Services.Select(service => Read(service, keys, now)).ToList();
        // As a process chooses at its start: the latest in the card that is granted, of those whose private key it has.
        var signing = listed.Where(key => key.Status == "granted" && key.IsHere != false).GroupBy(key => key.Kind).Select(same => same.Last()).ToHashSet();
        return [.. listed.Select(key => key with { Signs = signing.Contains(key) })];
    }

    private static ListedKey Read(TrustService service, KeyFolder? keys, DateTimeOffset now)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(service.Certificate));
        var end = certificate.NotAfter.ToUniversalTime();
        var status = service.CompromisedAt is { } since ? $"compromised since {since:u}"
            : service.Status == ServiceStatus.Withdrawn ? "withdrawn"
            : now < service.From ? "granted later"
            : now > end ? "expired"
            : "granted";
        return new(
            service.Kind, VerificationKey.ThumbprintOf(certificate).Hex, service.From, service.Until ?? end, status,
            keys?.CertificatesFor(service.Kind).Any(own => own.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)), Signs: false);
    }

    private static void Show(CommandTerminal terminal, List<ListedKey> keys)
    {
        foreach (var key in keys)
        {
            terminal.Out.MarkupLineInterpolated($"[bold]{key.Kind.ToString().ToLowerInvariant()}[/] {key.Thumbprint}");
            var here = key.IsHere == false ? ", private key not in the folder" : "";
            terminal.Out.MarkupLineInterpolated($"  {key.From.ToUniversalTime():u} to {key.Until:u}, {key.Status}{here}{(key.Signs ? ", signs now" : "")}");
        }
    }

    /// <summary>One key.</summary>
    /// <param name="Until">When it was withdrawn, or else when its certificate ends.</param>
    /// <param name="IsHere">Whether the folder holds its private key; null when no folder was given.</param>
    /// <param name="Signs">Whether a process that starts now would sign with it.</param>
    private sealed record ListedKey(
        ServiceKind Kind, string Thumbprint, DateTimeOffset From, DateTimeOffset Until, string Status, bool? IsHere, bool Signs);
}
