using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Cli.Terminal;
using Certification.Signing.Bundles;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Signing.Verification;

namespace Certification.Cli.Verifying;

/// <summary><c>certify verify bundle FILE</c>: judges a certificate by what travels with it and what the verifier has pinned.
/// Nothing is ever fetched.</summary>
public static class VerifyBundleCommand
{
    private const long PinnedLimit = 8 << 20;

    /// <summary>The command.</summary>
    public static Command Create(CommandTerminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The bundle (JSON)" };
        var trust = new Option<string?>("--trust") { Description = "Trust list or PEM certificates that you have pinned", HelpName = "FILE" };
        var anchor = new Option<string?>("--anchor") { Description = "Root certificate (PEM) that must have signed the bundle's own trust list", HelpName = "FILE" };
        var at = CommonOptions.Instant("--at", "The instant asked about");
        at.Required = true;
        var maxAge = CommonOptions.MaxAge();
        var logKeys = new Option<string[]>("--log-key") { Description = "Key of a log that you believe; repeat for more", HelpName = "VKEY" };
        var witnesses = new Option<string[]>("--witness") { Description = "Key of a witness that counts; repeat for more", HelpName = "VKEY" };
        var needed = new Option<int?>("--witnesses")
        {
            Description = "How many must have cosigned the log proof: of those given (default: all), else of those that the trust list names", HelpName = "N",
        };
        needed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 0) result.AddError("--witnesses takes a number from 0 on.");
        });
        var tsa = new Option<string?>("--tsa") { Description = "Root certificate (PEM) of a time-stamping authority that you believe", HelpName = "FILE" };
        var offline = new Option<bool>("--offline") { Description = "Fetch nothing: a bundle never does" };
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "bundle", "Verify a certificate with everything that travels with it",
            "./certify verify bundle XA-2026-000001.bundle.json --offline --at 2026-03-03T12:00:00Z --anchor xa-root.pem",
            "./certify verify bundle FILE --at INSTANT --anchor xa-root.pem --witnesses 1",
            "./certify verify bundle FILE --at INSTANT --trust trust-list.jws --log-key VKEY --witness VKEY --witness VKEY --witnesses 1")
        {
            file, trust, anchor, at, maxAge, logKeys, witnesses, needed, tsa, offline, json,
        };
        command.SetAction(parsed =>
        {
            var policy = new BundlePolicy(
                Trust(parsed.GetValue(trust)), Root(parsed.GetValue(anchor)),
                Log(parsed.GetValue(logKeys) ?? [], parsed.GetValue(witnesses) ?? [], parsed.GetValue(needed)),
                parsed.GetValue(at)!.Value, parsed.GetValue(maxAge) ?? CommonOptions.UsualMaxAge,
                Root(parsed.GetValue(tsa)) is { } root ? [root] : null,
                parsed.GetValue(needed));
            var result = BundleVerification.Verify(Bundle(parsed.GetRequiredValue(file)), policy);
            return VerifyCommand.Answer(terminal, result, parsed.GetValue(json));
        });
        return command;
    }

    private static CertificateBundle Bundle(string path) => CertificateBundle.Read(InputFile.Read(path, CertificateBundle.Largest), out var fault)
        ?? throw new ProblemException(
            new Problem(fault!.Message, path, "Ask whoever gave you the file for the bundle as its issuer handed it out.", fault.Code), ExitCode.No);

    private static TrustStore? Trust(string? path) => path is null ? null : Verification.OpenTrust(System.Text.Encoding.UTF8.GetString(InputFile.Read(path, PinnedLimit)), path);

    private static X509Certificate2? Root(string? path)
    {
        try
        {
            return path is null ? null : X509Certificate2.CreateFromPem(System.Text.Encoding.UTF8.GetString(InputFile.Read(path, PinnedLimit)));
        }
        catch (CryptographicException fault)
        {
            throw new ProblemException(
                new Problem(fault.Message, path!, "Give the root certificate as one PEM block.", "trust.malformed"), ExitCode.Usage);
        }
    }

    private static LogPolicy? Log(string[] logKeys, string[] witnesses, int? needed) => logKeys.Length == 0 && witnesses.Length == 0
        ? null
        : new(
            [.. logKeys.Select(Key<NoteVerifier>)],
            [.. witnesses.Select(Key<WitnessVerifier>)],
            needed ?? witnesses.Length);

    private static T Key<T>(string vkey) where T : NoteVerifier => NoteVerifier.TryParse(vkey, out var key) && key is T wanted
        ? wanted
        : throw new ProblemException(
            new Problem("This is no such key.", vkey, "Give the key as its owner publishes it: name+id+base64.", "usage.vkey"), ExitCode.Usage);
}
