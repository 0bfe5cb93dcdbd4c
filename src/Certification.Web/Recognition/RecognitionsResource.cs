using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Recognition;
using Certification.Storage.Lists;
using Certification.Web.Http;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Recognition;

/// <summary><c>/v1/recognitions</c>: what this authority says of other authorities' certificates.</summary>
public static class RecognitionsResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/v1/recognitions", List).LimitPublicReads()
            .WithSummary("Lists the certificates of other authorities that this one has judged.")
            .Produces<PageOf<RecognitionRow>>().AnswersProblems(422);
        api.MapGet("/v1/recognitions/{number}", Read).LimitPublicReads()
            .WithSummary("Reads the latest judgement of a certificate, with its reasons and the link to the signed statement.")
            .Produces<RecognitionView>().AnswersProblems(404);
    }

    private static async Task<IResult> List(string? continuation, Indexes indexes, CancellationToken cancellation) =>
        (await indexes.Read<RecognitionRow, RecognitionRow>(
            RecognitionFiles.Directory, SubmissionLists.All, continuation, row => row, cancellation)).Answer();

    private static async Task<IResult> Read(
        string number, RecognitionFiles recognitions, AuthorityProfile authority, CancellationToken cancellation)
    {
        var found = CertificateNumber.TryParse(number, out var parsed) ? await recognitions.Find(parsed.Text, cancellation) : null;
        return found is null
            ? ProblemAnswer.From(NotFound(number))
            : new TaggedAnswer<RecognitionView>(RecognitionView.Of(found.State, authority), found.ETag);
    }

    /// <summary>The refusal for a number that was never judged here.</summary>
    public static Refusal NotFound(string number) => new(
        RefusalKind.NotFound, "recognition.not-found", $"Certificate '{number[..Math.Min(40, number.Length)]}' has not been judged here.",
        "GET /v1/recognitions lists those that were.");
}

/// <summary>The latest judgement of another authority's certificate.</summary>
/// <param name="Issuer">Code of the issuing authority.</param>
/// <param name="Conditions">What is imposed beyond the certificate's own conditions.</param>
/// <param name="AsOf">The instant that the verdict is about.</param>
/// <param name="Sequence">Rises with every statement on this certificate.</param>
/// <param name="Statement">Where the signed statement is.</param>
public sealed record RecognitionView(
    CertificateNumber Number,
    string Issuer,
    RecognitionOutcome Verdict,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<CertificateCondition> Conditions,
    string? NextStep,
    DateTimeOffset AsOf,
    int Sequence,
    RecognisedSubject? Subject,
    Sha256Digest? CertificateDigest,
    AppliedRulebook? Rulebook,
    string Statement)
{
    /// <summary>The view of a record.</summary>
    public static RecognitionView Of(RecognitionRecord record, AuthorityProfile authority)
    {
        var (statement, verdict) = (record.Statement, record.Statement.Verdict);
        return new RecognitionView(
            record.Number, record.Issuer, verdict.Outcome, verdict.Reasons, verdict.Conditions, verdict.NextStep, statement.AsOf,
            statement.Sequence, record.Subject, statement.CertificateDigest, statement.Rulebook,
            $"{authority.PublicUrl}/{JudgeCertificate.PathOf(record.Number.Text)}");
    }
}
