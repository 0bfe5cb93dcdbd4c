using System.Globalization;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Web.Certificates;
using Certification.Workflows.Activities;

namespace Certification.Web.Pages;

/// <summary>What a printed certificate shows.</summary>
/// <param name="View">What became of it until now.</param>
/// <param name="Certificate">What the signed document says.</param>
/// <param name="Digest">Of its canonical body.</param>
/// <param name="Verdict">Of the published document, at the printing.</param>
public sealed record PrintModel(
    AuthorityProfile Authority, CertificateView View, Certificate Certificate, Sha256Digest Digest, VerificationVerdict Verdict)
{
    /// <summary>What the signed document says.</summary>
    public CertificateDraft Content => Certificate.Content;

    /// <summary>Where the status is asked for, which is what the code carries.</summary>
    public string Address => VerifyAddress.Of(Authority.BaseUrl, View.Number, Digest);

    /// <summary>A digest in groups of eight, for eyes that compare paper with screen.</summary>
    public static string Grouped(Sha256Digest digest) => string.Join(' ', digest.Hex.Chunk(8).Select(group => new string(group)));

    /// <summary>A day as documents write it.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A code of the rulebook as people read it, such as <c>general public</c>.</summary>
    public static string Plain(string code) => code.Replace('-', ' ');
}
