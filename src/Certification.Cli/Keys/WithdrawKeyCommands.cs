using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Spectre.Console;

namespace Certification.Cli.Keys;

/// <summary><c>certify keys withdraw</c> retires a key: what it signed until then stays good. <c>certify keys compromise</c> says that
/// somebody else may hold it: later signatures are invalid, earlier ones need trusted time.</summary>
public static class WithdrawKeyCommands
{
    private const int ShortestPrefix = 8;

    /// <summary>Both commands.</summary>
    public static IEnumerable<Command> Create(CommandTerminal terminal) =>
    [
        Create(terminal, "withdraw", "Retire a key: what it signed until then stays good", isCompromise: false),
        Create(terminal, "compromise", "Say that a key may be in somebody else's hands since an instant", isCompromise: true),
    ];

    private static ExampledCommand Create(CommandTerminal terminal, string verb, string what, bool isCompromise)
    {
        var kind = new Option<ServiceKind>("--kind") { Description = "issuing, status, statement, federation or log", HelpName = "USE", Required = true };
        var thumbprint = new Option<string>("--thumbprint") { Description = $"Of the key, or its first {ShortestPrefix} characters or more: ./certify keys list", HelpName = "HEX", Required = true };
        var at = CommonOptions.Instant("--at", isCompromise ? "Since when" : "From when on (default: now)");
        at.Required = isCompromise;
        var root = KeysCommand.RootOption();
        root.Required = true;
        var list = KeysCommand.ListOption();
        var command = new ExampledCommand(
            verb, what, $"./certify keys {verb} --kind issuing --thumbprint 5f1c09ab --at 2027-03-01T12:00:00Z --root keys/xa-root --list keys/xa/trust-list.jws")
        {
            kind, thumbprint, at, root, list,
        };
        command.SetAction(async (parsed, cancellation) => (int)await Mark(
            terminal, parsed.GetRequiredValue(kind), parsed.GetRequiredValue(thumbprint), parsed.GetValue(at) ?? DateTimeOffset.UtcNow, isCompromise,
            parsed.GetValue(root)!, parsed.GetValue(list), cancellation));
        return command;
    }

    private static async Task<ExitCode> Mark(
        CommandTerminal terminal, ServiceKind kind, string thumbprint, DateTimeOffset at, bool isCompromise, string rootFolder, string? list,
        CancellationToken cancellation)
    {
        using var root = KeyFolders.OpenRoot(rootFolder);
        var path = AuthorityCard.In(rootFolder);
        var card = AuthorityCard.Read(path);
        var key = Find(card, kind, thumbprint, path);
        var marked = isCompromise ? key.Compromised(at) : key.Withdrawn(at);
        if (marked == key)
        {
            throw new ProblemException(
                new Problem(
                    $"The card says so already since {key.CompromisedAt ?? key.Until:u}.", path,
                    "An instant is only ever moved to an earlier one: somebody may have relied on it.", "keys.marked-already"),
                ExitCode.No);
        }

        card = card with { Services = [.. card.Services.Select(service => service == key ? marked : service)] };
        AuthorityCard.Write(path, card);
        terminal.Out.MarkupLineInterpolated($"{path} says that {Thumbprint(key)} is {(isCompromise ? "compromised" : "withdrawn")} since {at.ToUniversalTime():u}.");
        await KeysCommand.SignList(terminal, list, rootFolder, root, card, cancellation);
        if (!card.Services.Any(service => service.Kind == kind && service.Status == ServiceStatus.Granted))
        {
            terminal.Out.MarkupLineInterpolated($"No {kind.ToString().ToLowerInvariant()} key is granted any more. Make one: ./certify keys rotate --help");
        }

        return ExitCode.Yes;
    }

    private static TrustService Find(TrustedAuthority card, ServiceKind kind, string thumbprint, string path)
    {
        var found = thumbprint.Length < ShortestPrefix
            ? []
            : card.Services.Where(service => service.Kind == kind && Thumbprint(service).StartsWith(thumbprint, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1
            ? found[0]
            : throw new ProblemException(
                new Problem(
                    $"{found.Count} {kind.ToString().ToLowerInvariant()} keys of {card.Code} begin with '{thumbprint}'.", path,
                    $"Give the thumbprint of one, {ShortestPrefix} characters or more: ./certify keys list.", "keys.thumbprint-unknown"),
                ExitCode.No);
    }

    internal static string Thumbprint(TrustService service)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(service.Certificate));
        return VerificationKey.ThumbprintOf(certificate).Hex;
    }
}
