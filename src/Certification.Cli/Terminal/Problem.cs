namespace Certification.Cli.Terminal;

/// <summary>Why a command ended without its result, in the four parts that every error prints.</summary>
/// <param name="What">What was wrong, with the value.</param>
/// <param name="Where">Which file, address or option.</param>
/// <param name="NextStep">What the person does now.</param>
/// <param name="Code">Stable reason code; an authority's own code is handed through.</param>
public sealed record Problem(string What, string Where, string NextStep, string Code);

/// <summary>Ends a command with a problem and an exit code.</summary>
public class ProblemException(Problem problem, ExitCode exitCode) : Exception(problem.What)
{
    /// <summary>What is printed.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>What the shell is told.</summary>
    public ExitCode ExitCode { get; } = exitCode;
}
