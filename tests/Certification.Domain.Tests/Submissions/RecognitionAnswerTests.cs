using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Submissions;

public sealed class RecognitionAnswerTests
{
    [Fact]
    public void A_later_statement_takes_the_place_of_an_earlier_one() =>
        Assert.Equal("refused", Answered(("recognised", 1), ("refused", 2)));

    [Fact]
    public void An_earlier_statement_that_arrives_late_changes_nothing() =>
        Assert.Equal("refused", Answered(("refused", 2), ("recognised", 1)));

    [Fact]
    public void Silence_never_replaces_an_answer() => Assert.Equal("recognised", Answered(("recognised", 1), ("no-answer", 0)));

    private static string Answered(params (string Verdict, int Sequence)[] answers) => answers
        .Aggregate(A.Draft(), (submission, answer) => submission.RecordAnswer("XB", new RecognitionAnswer(answer.Verdict, answer.Sequence)))
        .Recognitions["XB"].Verdict;
}
