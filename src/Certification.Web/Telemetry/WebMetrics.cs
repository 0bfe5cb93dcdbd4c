using System.Diagnostics.Metrics;

namespace Certification.Web.Telemetry;

/// <summary>What the web layer counts besides requests, which ASP.NET Core counts.</summary>
public static class WebMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Certification.Web";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> HandedIn = Meter.CreateCounter<long>(
        "certification.submissions.handed_in", "{submission}", "Submissions handed in, again after closing gaps included.");

    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>(
        "certification.verifications", "{verification}", "Documents verified, by verdict.");

    internal static void CountHandIn() => HandedIn.Add(1);

    /// <param name="verdict">The verdict's word in the API.</param>
    internal static void CountVerdict(string verdict) =>
        Verdicts.Add(1, new KeyValuePair<string, object?>("certification.verdict", verdict));
}
