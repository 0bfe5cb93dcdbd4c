using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Certification.Cli.Terminal;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Verification;

namespace Certification.Cli.Verifying;

/// <summary>What <c>certify verify</c> is asked.</summary>
/// <param name="Trust">Path or address of the trust; null for none.</param>
/// <param name="Status">Path or address of the status list, JWT or CWT; null to fetch what the issuer publishes of the certificate's
/// status, if the trust names those addresses as its issuer's.</param>
/// <param name="StatusRecord">Path or address of the issuer's record about the certificate; null for none.</param>
/// <param name="TimeStamp">Path or address of an RFC 3161 token over the certificate's canonical digest; null for none.</param>
/// <param name="TimeStampRoots">Path of the PEM roots whose time-stamps count; required with a token.</param>
/// <param name="LogProof">Path or address of the proof that the certificate is in its issuer's log; null to fetch it when witnesses are wanted.</param>
/// <param name="Witnesses">How many authorities of the trust must have cosigned the log; null to do without the log, unless a proof is
/// given.</param>
/// <param name="Certificate">Path or address of the XML that a credential must be the second form of; null to fetch what the issuer
/// publishes under its number.</param>
/// <param name="SecondSignature">Path or address of the post-quantum signature beside the certificate; null for none.</param>
/// <param name="RequiresSecondSignature">Whether a certificate without one is undetermined.</param>
public sealed record VerificationQuestion(
    string File, string? Trust, string? Status, string? StatusRecord, DateTimeOffset At, TimeSpan MaxAge, bool Offline,
    string? TimeStamp = null, string? TimeStampRoots = null, string? LogProof = null, int? Witnesses = null, string? Certificate = null,
    string? SecondSignature = null, bool RequiresSecondSignature = false);

/// <summary>Gathers the snapshots and judges.</summary>
public static class Verification
{
    private const long CertificateLimit = 4 << 20;

    /// <summary>Answers the question.</summary>
    public static async Task<VerificationResult> RunAsync(VerificationQuestion question, CancellationToken cancellation)
    {
        var file = InputFile.Read(question.File, CertificateLimit);
        var trust = await OpenTrustAsync(question, cancellation);
        var inputs = new VerificationInputs(trust, null, question.At, question.MaxAge, RequiresSecondSignature: question.RequiresSecondSignature);
        if (question.SecondSignature is { } second) inputs = inputs with { SecondSignature = await Snapshot.ReadTextAsync(second, question.Offline, cancellation) };
        if (question.Status is { } status) inputs = WithList(inputs, await Snapshot.ReadAsync(status, question.Offline, cancellation));
        if (question.StatusRecord is { } record) inputs = inputs with { StatusRecord = await Snapshot.ReadTextAsync(record, question.Offline, cancellation) };
        if (question.TimeStamp is { } stamp) inputs = inputs with { TimeStamp = new(TsaRoots(question.TimeStampRoots), await Snapshot.ReadAsync(stamp, question.Offline, cancellation)) };
        var document = await JudgedDocument.OpenAsync(question, file, inputs, cancellation);
        inputs = await LogProofs.AddAsync(inputs, question, document, cancellation);
        var result = document.Judge(inputs);
        var isGiven = question.Status is not null || question.StatusRecord is not null;
        if (question.Offline || isGiven || PublishedStatus.Of(result, trust) is not { } published) return result;

        inputs = WithList(inputs, await Snapshot.ReadAsync(published.List.AbsoluteUri, offline: false, cancellation));
        if (await Snapshot.FetchBytesAsync(published.Record, cancellation) is { } told) inputs = inputs with { StatusRecord = Encoding.UTF8.GetString(told) };
        result = document.Judge(inputs);

        // What held on a day long ago is in the list that was kept of that day.
        var isPast = result.Verdict.Reasons is [{ Code: "status.later-than-asked" }];
        return isPast && await Snapshot.FetchBytesAsync(published.ListOf(question.At), cancellation) is { } kept
            ? document.Judge(WithList(inputs, kept))
            : result;
    }

    // A JWT is ASCII throughout; a CWT begins with a CBOR tag.
    private static VerificationInputs WithList(VerificationInputs inputs, byte[] list) => list is [>= 0x80, ..]
        ? inputs with { StatusList = null, StatusListCwt = list }
        : inputs with { StatusList = Encoding.UTF8.GetString(list), StatusListCwt = null };

    private static async Task<TrustStore?> OpenTrustAsync(VerificationQuestion question, CancellationToken cancellation)
    {
        if (question.Trust is null) return null;
        return OpenTrust(await Snapshot.ReadTextAsync(question.Trust, question.Offline, cancellation), question.Trust);
    }

    private static IReadOnlyList<X509Certificate2> TsaRoots(string? path)
    {
        if (path is null) throw Unfit("A time-stamp counts only under roots that you pin.", "--time-stamp-roots");
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPem(Encoding.UTF8.GetString(InputFile.Read(path, CertificateLimit)));
        }
        catch (CryptographicException broken)
        {
            throw Unfit(broken.Message, path);
        }

        return roots.Count > 0 ? [.. roots] : throw Unfit("There is no certificate in it.", path);

        static ProblemException Unfit(string why, string where) => new(
            new Problem(why, where, "Give --time-stamp-roots FILE with the root certificates of time-stamping authorities that you believe, as PEM.", "time-stamp.roots-unfit"),
            ExitCode.Usage);
    }

    /// <summary>Opens pinned trust.</summary>
    /// <param name="source">Where the text came from, for the error.</param>
    internal static TrustStore OpenTrust(string text, string source) => TrustStoreFile.OpenPinned(text, out var fault)
        ?? throw new ProblemException(
            new Problem(fault!.Message, source, "Give a trust list or PEM certificates that you got from somebody you trust.", fault.Code),
            ExitCode.Undetermined);
}

/// <summary>Where the issuer publishes what it says of a certificate's status. Only places that the trust list names as its issuer's: an
/// address that only the document itself names is never called.</summary>
internal sealed record PublishedStatus(Uri List, Uri Record)
{
    /// <summary>The places; null when the trust list names none.</summary>
    public static PublishedStatus? Of(VerificationResult result, TrustStore? trust)
    {
        if (result.Certificate is not { } certificate || trust?.Authority(certificate.Content.Issuer.Code) is not { } issuer) return null;
        var (site, list) = ($"{issuer.Site.TrimEnd('/')}/", certificate.Content.Status.List);
        return list.StartsWith(site, StringComparison.Ordinal) ? new(new(list), new(site + StatusPaths.Record(certificate.Number))) : null;
    }

    /// <summary>Where the issuer publishes the XML of a certificate; null when the trust list does not name a place of it.</summary>
    public static Uri? DocumentOf(VerificationResult result, TrustStore? trust) => Of(result, trust) is not null
        ? new($"{trust!.Authority(result.Certificate!.Content.Issuer.Code)!.Site.TrimEnd('/')}/certificates/{result.Certificate.Number}.xml")
        : null;

    /// <summary>Where the list of a day was kept.</summary>
    public Uri ListOf(DateTimeOffset day) => new(StatusPaths.OfDay(List.AbsoluteUri, day));
}
