using System.Globalization;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>Dates of CertLogic. A partial date (YYYY or YYYY-MM) stands for the last day of its period.</summary>
internal static class LogicTime
{
    private static readonly string[] FullForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"];

    /// <summary>The date that a value stands for.</summary>
    /// <exception cref="LogicException">It stands for none.</exception>
    public static DateTimeOffset Of(in LogicCell cell) => cell.Held is DateTimeOffset time ? time
        : cell.Held is string text && LogicInstant.TryRead(text, out var instant) ? instant
        : Parse(cell.ToObject());

    private static DateTimeOffset Parse(object? value) => value switch
    {
        string { Length: 10 } day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            new(date, TimeOnly.MinValue, TimeSpan.Zero),
        string { Length: 4 } year when Exact(year, "yyyy") is { } first => first.AddYears(1).AddDays(-1),
        string { Length: 7 } month when Exact(month, "yyyy-MM") is { } first => first.AddMonths(1).AddDays(-1),
        string text when DateTimeOffset.TryParseExact(text, FullForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
        _ => throw new LogicException($"\"{value}\" is not a date or date-time of ISO 8601."),
    };

    public static DateTimeOffset Plus(DateTimeOffset from, double amount, string unit)
    {
        try
        {
            return unit switch
            {
                "year" => PlusMonths(from, 12 * amount),
                "month" => PlusMonths(from, amount),
                "day" => from.AddDays(amount),
                _ => from.AddHours(amount),
            };
        }
        catch (Exception beyond) when (beyond is ArgumentOutOfRangeException or OverflowException)
        {
            throw new LogicException($"{from:O} plus {amount} {unit} is outside the calendar.");
        }
    }

    // 29 February plus a year is 1 March, as in the reference implementation; AddMonths alone would say 28 February.
    private static DateTimeOffset PlusMonths(DateTimeOffset from, double months)
    {
        var utc = from.ToUniversalTime();
        return utc.AddDays(1 - utc.Day).AddMonths(checked((int)months)).AddDays(utc.Day - 1);
    }

    private static DateTimeOffset? Exact(string text, string form) =>
        DateTimeOffset.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
