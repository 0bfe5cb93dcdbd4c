using Certification.Domain;
using Certification.Domain.Certificates;

namespace Certification.Web.Pages;

/// <summary>The address that a printed certificate carries: whoever opens it sees the status now, and whether the paper has the digest of
/// the certificate that was published.</summary>
public static class VerifyAddress
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/verify";

    /// <summary>The address.</summary>
    /// <param name="site">Base URL of the authority, without a slash at the end.</param>
    /// <param name="digest">The canonical digest; null to ask by number alone.</param>
    public static string Of(string site, CertificateNumber number, Sha256Digest? digest) =>
        $"{site}{Path}?number={number}{(digest is { } known ? $"&digest={known}" : "")}";
}
