namespace Certification.Domain.Submissions;

/// <summary>What other authorities answered, as the case shows it.</summary>
public static class RecognitionAnswers
{
    /// <summary>Notes the latest answer of an authority: one of the four verdicts, or <c>no-answer</c>.</summary>
    public static Submission RecordAnswer(this Submission submission, string authority, string answer) => submission with
    {
        Recognitions = new SortedDictionary<string, string>(submission.Recognitions.ToDictionary(), StringComparer.Ordinal)
        {
            [authority] = answer,
        },
    };
}
