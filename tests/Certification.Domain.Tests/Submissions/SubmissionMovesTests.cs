using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Submissions;

public sealed class SubmissionMovesTests
{
    private static readonly SubmissionStatus[] All = Enum.GetValues<SubmissionStatus>();

    [Fact]
    public void Final_statuses_are_exactly_those_that_nothing_leads_out_of() =>
        Assert.All(All, from => Assert.Equal(
            SubmissionMoves.IsFinal(from), !All.Any(to => SubmissionMoves.IsAllowed(from, to))));

    [Fact]
    public void Every_status_can_be_reached_from_a_draft()
    {
        var reached = new HashSet<SubmissionStatus> { SubmissionStatus.Draft };
        while (All.FirstOrDefault(to => !reached.Contains(to) && reached.Any(from => SubmissionMoves.IsAllowed(from, to)))
               is var next && next != default)
        {
            reached.Add(next);
        }

        Assert.Equal(All.Order(), reached.Order());
    }

    [Fact]
    public void A_certificate_is_issued_only_after_a_decision() =>
        Assert.Equal(
            [SubmissionStatus.AwaitingDecision],
            All.Where(from => SubmissionMoves.IsAllowed(from, SubmissionStatus.InIssuance)));

    [Fact]
    public void A_move_that_the_table_does_not_have_names_the_step_it_is_at()
    {
        var refusal = A.Draft().MoveTo(SubmissionStatus.Certified).Refusal!;

        Assert.Equal("submission.out-of-step", refusal.Code);
        Assert.Contains("'draft'", refusal.Message, StringComparison.Ordinal);
    }
}
