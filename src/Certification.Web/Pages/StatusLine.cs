using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Verification;

namespace Certification.Web.Pages;

/// <summary>A certificate's life as a line from its first day to its last, for a drawing of <see cref="Width"/> units.</summary>
/// <param name="Spans">One after the other, without gaps.</param>
/// <param name="AskedAt">Where on the line the instant lies that was asked about; null when it lies outside.</param>
public sealed record StatusLine(IReadOnlyList<StatusSpan> Spans, int? AskedAt, DateTimeOffset Asked, DateTimeOffset? KnownAsOf)
{
    /// <summary>Units from the first day to the last.</summary>
    public const int Width = 1000;

    /// <summary>The line, as far as the issuer's record and list tell.</summary>
    public static StatusLine Of(Certificate certificate, VerificationEvidence evidence, DateTimeOffset asked)
    {
        var (from, until) = (certificate.Content.Validity.NotBefore, certificate.Content.Validity.NotAfter);
        int At(DateTimeOffset instant) => (int)Math.Round(Math.Clamp((instant - from) / (until - from), 0, 1) * Width);
        var steps = Steps(certificate, evidence);
        var ends = steps.Skip(1).Select(step => step.Since).Append(until);
        return new(
            [
                .. steps.Zip(ends, (step, end) => new StatusSpan(step.Status, step.Since, end, step.Reason, At(step.Since), At(end)))
                    .Where(span => span.Since < span.End),
            ],
            asked >= from && asked <= until ? At(asked) : null,
            asked,
            evidence.StatusRecord?.IssuedAt ?? evidence.StatusList?.IssuedAt);
    }

    // Without a record, two bits of a list tell how it stands and not since when.
    private static IReadOnlyList<StatusStep> Steps(Certificate certificate, VerificationEvidence evidence) => evidence switch
    {
        { StatusRecord: { } record } => record.Steps,
        { Entry: { } entry } => [new(Status(entry), certificate.Content.Validity.NotBefore, null, null)],
        _ => [],
    };

    private static CertificateStatus Status(StatusEntry entry) => entry switch
    {
        StatusEntry.Valid => CertificateStatus.Valid,
        StatusEntry.Suspended => CertificateStatus.Suspended,
        StatusEntry.Restricted => CertificateStatus.Restricted,
        _ => CertificateStatus.Withdrawn,
    };
}

/// <summary>A stretch of one status.</summary>
/// <param name="End">When the next began, or the certificate's last day.</param>
/// <param name="Left">Units from the first day.</param>
/// <param name="Right">Units from the first day.</param>
public sealed record StatusSpan(CertificateStatus Status, DateTimeOffset Since, DateTimeOffset End, string? Reason, int Left, int Right);
