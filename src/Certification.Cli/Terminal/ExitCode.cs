namespace Certification.Cli.Terminal;

/// <summary>What a command answers to the shell. 64 and 70 are those of BSD's <c>sysexits.h</c>.</summary>
public enum ExitCode
{
    /// <summary>Done; or: valid, recognised, nothing missing.</summary>
    Yes = 0,

    /// <summary>Refused; or: invalid, something is missing.</summary>
    No = 1,

    /// <summary>Could not be determined: something that is needed for an answer was not given, or could not be reached.</summary>
    Undetermined = 2,

    /// <summary>The command line makes no sense (EX_USAGE).</summary>
    Usage = 64,

    /// <summary>A fault in this program or in the authority's (EX_SOFTWARE).</summary>
    Internal = 70,
}
