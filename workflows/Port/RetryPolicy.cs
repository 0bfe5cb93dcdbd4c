namespace Certification.Workflows.Port;

/// <summary>How often and how soon a failed activity is tried again. The delay before attempt n+1 is
/// <c>FirstDelay × BackoffCoefficient^(n-1)</c>, at most <see cref="MaxDelay"/>, in real time.</summary>
/// <param name="MaxAttempts">At least 1; 1 means no second try.</param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan FirstDelay, double BackoffCoefficient, TimeSpan MaxDelay)
{
    /// <summary>Ten attempts over about two minutes: outlasts a restart of storage, not an outage.</summary>
    public static RetryPolicy Default { get; } =
        new(10, TimeSpan.FromMilliseconds(200), 2.0, TimeSpan.FromSeconds(30));

    /// <summary>For other authorities, who may be down for minutes: about a quarter of an hour.</summary>
    public static RetryPolicy ForPeers { get; } =
        new(24, TimeSpan.FromMilliseconds(500), 1.6, TimeSpan.FromMinutes(1));

    /// <summary>The wait after failed attempt number <paramref name="attempt"/> (counted from 1).</summary>
    public TimeSpan DelayAfter(int attempt)
    {
        var factor = Math.Pow(BackoffCoefficient, attempt - 1);
        var ticks = Math.Min(FirstDelay.Ticks * factor, MaxDelay.Ticks);
        return TimeSpan.FromTicks((long)ticks);
    }
}
