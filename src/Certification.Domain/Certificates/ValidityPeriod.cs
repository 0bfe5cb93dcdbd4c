namespace Certification.Domain.Certificates;

/// <summary>From when until when a certificate is in force, to the second, in UTC: an instant survives XML and JSON unchanged.</summary>
public sealed record ValidityPeriod
{
    /// <summary>Cuts both instants to whole seconds of UTC.</summary>
    /// <exception cref="ArgumentException">The end is not after the beginning.</exception>
    public ValidityPeriod(DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        NotBefore = WholeSecond.Of(notBefore);
        NotAfter = WholeSecond.Of(notAfter);
        if (NotAfter <= NotBefore)
        {
            throw new ArgumentException($"A validity period ends after it begins, not {NotBefore:u} to {NotAfter:u}.");
        }
    }

    /// <summary>First instant at which the certificate is in force.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>First instant at which it no longer is.</summary>
    public DateTimeOffset NotAfter { get; }
}

/// <summary>Instants as documents carry them.</summary>
public static class WholeSecond
{
    /// <summary>The same instant in UTC, without its fraction of a second.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
