using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Trust;
using Certification.Storage.Blobs;
using Certification.Web.Certificates;
using Certification.Web.Http;
using Certification.Web.Telemetry;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Certification.Web.Pages;

/// <summary><c>/verify</c>: anybody gives a file or a number and sees what each step of the verification proved. Works without scripts;
/// what is sent is judged in memory and forgotten.</summary>
public static class VerifyPages
{
    /// <summary>Maps the page. Sending a file changes nothing, so it may come from any site.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(VerifyAddress.Path, ByNumber);
        pages.MapPost(VerifyAddress.Path, ByFile).DisableAntiforgery();
    }

    private static async Task<IResult> ByNumber(
        string? number, string? digest, PublicBlobs blobs, Verification verification, CurrentTrust trust, AuthorityProfile authority,
        CancellationToken cancellation)
    {
        var model = new VerifyPageModel(authority, number?.Trim());
        if (string.IsNullOrEmpty(model.Number)) return Page(model);
        if (!CertificateNumber.TryParse(model.Number.ToUpperInvariant(), out var parsed))
        {
            return Page(model, Problem.Of(
                400, "request.malformed-number", $"'{Short(model.Number)}' is no certificate number.", "Type it as it is printed, such as XA-2026-000123."));
        }
        if (!string.IsNullOrEmpty(digest))
        {
            // People copy the groups of eight from the paper.
            if (!Sha256Digest.TryParse(digest.Replace(" ", ""), out var printed))
            {
                return Page(model, Problem.Of(
                    400, "request.malformed-digest", $"'{Short(digest)}' is no digest.", "Type the 64 characters that are printed beside the code, or leave them out."));
            }
            model = model with { Printed = printed };
        }
        return await blobs.Find(PublishCertificate.PathOf(parsed.Text), cancellation) is { } file
            ? Verified(model, await verification.Verify(file.Content, cancellation))
            : Page(model, Unknown(parsed, trust.Snapshot, authority));
    }

    private static async Task<IResult> ByFile(HttpRequest request, Verification verification, AuthorityProfile authority, CancellationToken cancellation)
    {
        var model = new VerifyPageModel(authority);
        var (file, problem) = await UploadedFile.Read(request, SubmittedDocument.Largest, cancellation);
        if (problem is not null) return Page(model, problem);
        var judged = await verification.VerifyAny(file, cancellation);
        if (judged.Refusal is { } refusal) return Page(model, Problem.Of(400, refusal.Code, refusal.Message, refusal.NextStep));
        return SubmittedDocument.IsUnreadable(judged.Value!.Verdict)
            ? Page(model, Problem.Of(
                400, "request.unreadable-document", "The file is neither a certificate in XML, nor a verifiable credential, nor a bundle.",
                "Choose the file as its issuer published it."))
            : Verified(model, judged.Value);
    }

    private static RazorComponentResult Verified(VerifyPageModel model, Signing.Verification.VerificationResult result)
    {
        WebMetrics.CountVerdict(Words.Of(result.Verdict.Outcome));
        return Page(model with { Result = result });
    }

    private static RazorComponentResult<VerifyPage> Page(VerifyPageModel model, Problem? problem = null) =>
        new(new { Model = model with { Problem = problem } }) { StatusCode = problem?.Status ?? 200 };

    private static Problem Unknown(CertificateNumber number, TrustStore trust, AuthorityProfile authority) => Problem.Of(
        404, "certificate.not-found",
        number.Authority == authority.Code ? $"{authority.Name} never published a certificate {number}." : $"{number} is a certificate of {number.Authority}, not of this authority.",
        number.Authority == authority.Code ? "Whoever shows you one with this number shows you a forgery."
            : trust.Authority(number.Authority) is { } other ? $"Ask {other.Name} at {other.Api}, or give its bundle here."
            : $"Ask {number.Authority}; the trust list of this authority does not name it.");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
