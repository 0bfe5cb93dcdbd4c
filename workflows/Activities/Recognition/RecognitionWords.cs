using System.Text.Json;
using Certification.Domain.Recognition;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>The four words of recognition as people and JSON write them.</summary>
public static class RecognitionWords
{
    /// <summary><c>recognised</c>, <c>conditional</c>, <c>undetermined</c> or <c>refused</c>.</summary>
    public static string Of(RecognitionOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());
}
