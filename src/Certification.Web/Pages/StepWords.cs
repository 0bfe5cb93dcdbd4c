using Certification.Signing.Verification;

namespace Certification.Web.Pages;

/// <summary>The steps of a verification in the words of people.</summary>
internal static class StepWords
{
    /// <summary>What a step asks.</summary>
    public static string Question(StepName name) => name switch
    {
        StepName.Form => "Is it a certificate, in the one form that is accepted?",
        StepName.Signature => "Are these the words that were signed?",
        StepName.Issuer => "Was the key its issuer's?",
        StepName.TrustList => "Is the trust list current?",
        StepName.Validity => "Is it within its dates?",
        StepName.Status => "Does its issuer's status list say that it holds?",
        StepName.SecondSignature => "Does its second signature hold?",
        StepName.StatusRecord => "What does its issuer say of it?",
        StepName.Log => "Is it in the public log?",
        StepName.TimeStamp => "Did a time-stamping authority see it?",
        StepName.Rulebook => "Is this the rulebook that it names?",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such step."),
    };

    /// <summary>How a step ended.</summary>
    public static string Of(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Proved => "proved",
        StepOutcome.Failed => "failed",
        StepOutcome.Undetermined => "not shown",
        StepOutcome.NotAsked => "not asked",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };
}
