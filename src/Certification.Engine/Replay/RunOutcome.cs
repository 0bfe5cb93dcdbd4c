namespace Certification.Engine.Replay;

/// <summary>How a run ended.</summary>
internal abstract record RunOutcome
{
    /// <summary>It returned; the result as JSON.</summary>
    public sealed record Completed(string Result) : RunOutcome;

    /// <summary>It threw, or strayed from its history.</summary>
    public sealed record Failed(string Reason) : RunOutcome;

    /// <summary>It asked for a new run with this input.</summary>
    public sealed record Continued(string Input) : RunOutcome;

    /// <summary>It was ended from outside.</summary>
    public sealed record Terminated(string Reason) : RunOutcome;
}
