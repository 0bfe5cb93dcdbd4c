namespace Certification.Domain.Evidence;

/// <summary>What a count out of a count proves.</summary>
public static class Proportion
{
    // Of the normal distribution: 95 % lie above minus so many standard deviations.
    private const double Quantile = 1.645;

    /// <summary>The least share that is credible at 95 %, one-sided, by Wilson's score interval (JASA 22, 1927): 3 of 3 proves
    /// 0.53, 30 of 30 proves 0.92.</summary>
    /// <param name="part">0 to <paramref name="whole"/>.</param>
    /// <param name="whole">At least 1; else nothing is proved, 0.</param>
    public static double LowerBound(long part, long whole)
    {
        if (whole < 1 || part < 0 || part > whole) return 0;
        var (share, square) = ((double)part / whole, Quantile * Quantile);
        var centre = share + (square / (2 * whole));
        var spread = Quantile * Math.Sqrt(((share * (1 - share)) + (square / (4 * whole))) / whole);
        return Math.Max(0, (centre - spread) / (1 + (square / whole)));
    }
}
