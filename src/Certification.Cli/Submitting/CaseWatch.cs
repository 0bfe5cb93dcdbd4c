using Certification.Cli.Http;
using Certification.Domain.Submissions;
using Spectre.Console;

namespace Certification.Cli.Submitting;

/// <summary>Follows a submission and tells each change, until nothing moves it any more or it is the applicant's turn.</summary>
public static class CaseWatch
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Follows.</summary>
    /// <returns>The submission as it was last seen.</returns>
    public static async Task<SubmissionView> FollowAsync(
        IAnsiConsole console, AuthorityClient client, SubmissionView view, CancellationToken cancellation)
    {
        for (SubmissionStatus? told = null; ;)
        {
            if (view.Status != told)
            {
                console.MarkupLineInterpolated($"[grey]{DateTimeOffset.Now:HH:mm:ss}[/] {Submission.Word(view.Status)}: {view.Next.Who}, {view.Next.What}");
                told = view.Status;
            }
            var hasEnded = SubmissionMoves.IsFinal(view.Status) || view.Status == SubmissionStatus.AwaitingApplicant;
            if (hasEnded) return view;
            await Task.Delay(LookEvery, cancellation);
            view = (await client.GetSubmissionAsync(view.Id, cancellation)).Value;
        }
    }
}
