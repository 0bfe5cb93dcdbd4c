namespace Certification.Domain.Submissions;

/// <summary>What another authority answered, as the case shows it.</summary>
/// <param name="Verdict">One of the four verdicts, or <c>no-answer</c>.</param>
/// <param name="Sequence">Of the statement, from 1; 0 for <c>no-answer</c>.</param>
public sealed record RecognitionAnswer(string Verdict, int Sequence);

/// <summary>How answers come into a case.</summary>
public static class RecognitionAnswers
{
    /// <summary>Notes an answer, unless a later statement of that authority is there already: statements may overtake each
    /// other on the way.</summary>
    public static Submission RecordAnswer(this Submission submission, string authority, RecognitionAnswer answer) =>
        submission.Recognitions.TryGetValue(authority, out var known) && known.Sequence >= answer.Sequence
            ? submission
            : submission with
            {
                Recognitions = new SortedDictionary<string, RecognitionAnswer>(
                    submission.Recognitions.ToDictionary(), StringComparer.Ordinal) { [authority] = answer },
            };
}
