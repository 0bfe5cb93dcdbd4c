using Certification.Cli.Http;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;

namespace Certification.Cli.Journey;

/// <summary>Validation's findings, the tier with its rules, and the assessors' conclusions.</summary>
public sealed partial class JourneyPlayer
{
    /// <returns>True when a major nonconformity bars certification.</returns>
    private async Task<bool> ValidateAsync(CancellationToken cancellation)
    {
        SubmissionView inReview = null!;
        await _screen.StepAsync("classify", async _ =>
        {
            inReview = await UntilAsync(Record.SubmissionId!, view => view.Status == SubmissionStatus.InReview, "in review", cancellation);
            Record = Record with { Classification = inReview.Classification, Findings = inReview.Findings };
            return $"tier {Word(inReview.Classification!.Tier)}, set by";
        });
        foreach (var rule in TierRules(inReview.Classification!)) _screen.Detail($"{rule.RuleId}: {rule.Reason}");
        await _screen.StepAsync("validate", _ => Task.FromResult(
            $"{inReview.Evidence.Count} files, {Count(inReview.Findings, Severity.Major)} major, {Count(inReview.Findings, Severity.Minor)} minor, "
            + $"{Count(inReview.Findings, Severity.Observation)} observations"));
        foreach (var finding in inReview.Findings.OrderByDescending(finding => finding.Severity).Take(FindingsShown))
        {
            _screen.Detail($"{Word(finding.Severity)} {finding.Code}: {finding.Message}");
        }
        return IsBarred(inReview);
    }

    private async Task AssessAsync(bool isBarred, CancellationToken cancellation)
    {
        var review = (await _cast.FirstAssessor.GetSubmissionAsync(Record.SubmissionId!, cancellation)).Value.Review;
        var recommendation = isBarred ? Recommendation.Refuse : Recommendation.Certify;
        await ConcludeAllAsync(Record.SubmissionId!, review.AssessorsNeeded, recommendation, cancellation);
    }

    private async Task ConcludeAllAsync(
        string submissionId, int needed, Recommendation recommendation, CancellationToken cancellation)
    {
        var conclusion = new ConclusionBody(recommendation, "The evidence was compared with the declared use, item by item.", [], []);
        for (var index = 0; index < needed; index++)
        {
            var (name, assessor) = index == 0 ? ("ada", _cast.FirstAssessor) : ("ben", _cast.SecondAssessor);
            var place = index + 1;
            await _screen.StepAsync($"assess ({place} of {needed})", async _ =>
            {
                await Patience.MakeAsync(
                    () => assessor.GetSubmissionAsync(submissionId, cancellation),
                    current => current.Value.Review.Assigned >= place || current.Value.Status != SubmissionStatus.InReview,
                    current => assessor.AssignAsync(current, null, cancellation));
                await Patience.MakeAsync(
                    () => assessor.GetSubmissionAsync(submissionId, cancellation),
                    current => current.Value.Review.Concluded >= place || current.Value.Status != SubmissionStatus.InReview,
                    current => assessor.ConcludeAsync(current, conclusion, cancellation));
                return $"{name} takes the case and recommends to {Word(recommendation)}";
            });
        }
    }

    private const int FindingsShown = 6;

    private static IEnumerable<FiredRule> TierRules(Classification classification) =>
        classification.Fired.Where(rule => rule.Tier == classification.Tier);

    private static int Count(IReadOnlyList<Finding> findings, Severity severity) => findings.Count(finding => finding.Severity == severity);

    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
