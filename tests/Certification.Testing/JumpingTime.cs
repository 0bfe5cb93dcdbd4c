namespace Certification.Testing;

/// <summary>Real time that can be set forward, as the development server's can.</summary>
public sealed class JumpingTime : TimeProvider
{
    private long _ahead;

    /// <summary>Sets it forward.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
