namespace Certification.Domain.Rulebooks;

/// <summary>The measures of practice that a rulebook may bound. A share is the lower bound of its interval, so that few trials
/// prove little however well they went (<see cref="Evidence.Proportion"/>).</summary>
public static class PracticeMeasures
{
    /// <summary>Operators with training on record.</summary>
    public const string OperatorsTrained = "operators-trained";

    /// <summary>Hours of each training.</summary>
    public const string TrainingHours = "training-hours";

    /// <summary>Days until a training is repeated.</summary>
    public const string TrainingRefreshDays = "training-refresh-days";

    /// <summary>Errors that were planted in the drills of the period.</summary>
    public const string SeededErrors = "seeded-errors";

    /// <summary>Share of the planted errors that operators caught.</summary>
    public const string CatchRate = "catch-rate";

    /// <summary>Decisions that operators could have overridden in the drills.</summary>
    public const string DecisionsDrilled = "decisions-drilled";

    /// <summary>Median of the measured times to stop, in seconds.</summary>
    public const string MedianSecondsToStop = "median-seconds-to-stop";

    /// <summary>The longest of them.</summary>
    public const string WorstSecondsToStop = "worst-seconds-to-stop";

    /// <summary>Decisions that one operator looks at in an hour.</summary>
    public const string CasesPerOperatorHour = "cases-per-operator-hour";

    /// <summary>Age in days of the last drill or exercise.</summary>
    public const string DrillAgeDays = "drill-age-days";

    /// <summary>Minutes from noticing an incident to standstill, in the plan and in each exercise.</summary>
    public const string MinutesToStop = "minutes-to-stop";

    /// <summary>Attempts on each safeguard.</summary>
    public const string SafeguardAttempts = "safeguard-attempts";

    /// <summary>Share of the attempts against which a safeguard held.</summary>
    public const string SafeguardHeld = "safeguard-held";

    /// <summary>Days for which logs are kept.</summary>
    public const string RetentionDays = "retention-days";

    /// <summary>By how many milliseconds two clocks of the logs may differ.</summary>
    public const string ClockDriftMilliseconds = "clock-drift-milliseconds";

    /// <summary>Decisions drawn to be reconstructed from the logs.</summary>
    public const string DecisionsSampled = "decisions-sampled";

    /// <summary>Share of them that could be told in full.</summary>
    public const string ReconstructionRate = "reconstruction-rate";

    /// <summary>Attempts of a red team.</summary>
    public const string RedTeamAttempts = "red-team-attempts";

    /// <summary>Attempts in the retest of a finding.</summary>
    public const string RetestAttempts = "retest-attempts";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        OperatorsTrained, TrainingHours, TrainingRefreshDays, SeededErrors, CatchRate, DecisionsDrilled, MedianSecondsToStop,
        WorstSecondsToStop, CasesPerOperatorHour, DrillAgeDays, MinutesToStop, SafeguardAttempts, SafeguardHeld, RetentionDays,
        ClockDriftMilliseconds, DecisionsSampled, ReconstructionRate, RedTeamAttempts, RetestAttempts,
    ];
}
