namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>Reads the two forms in which dates nearly always come, many times faster than by format: <c>2021-06-30</c>, which is
/// midnight UTC, and <c>2021-06-30T10:10:00</c> with <c>Z</c> or an offset.</summary>
internal static class LogicInstant
{
    private const int DayLength = 10;
    private const int SecondsLength = 19;

    /// <summary>The instant; false for every other form, of which <see cref="LogicTime"/> makes what it can.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length is not (DayLength or SecondsLength + 1 or SecondsLength + 6)) return false;
        if (!Number(text, 0, 4, out var year) || text[4] != '-' || !Number(text, 5, 2, out var month) || text[7] != '-'
            || !Number(text, 8, 2, out var day) || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (text.Length == DayLength)
        {
            instant = new(year, month, day, 0, 0, 0, TimeSpan.Zero);
            return true;
        }

        if (text[10] != 'T' || !Number(text, 11, 2, out var hour) || text[13] != ':' || !Number(text, 14, 2, out var minute)
            || text[16] != ':' || !Number(text, 17, 2, out var second) || hour > 23 || minute > 59 || second > 59
            || !Offset(text[SecondsLength..], out var offset) || year is < 2 or > 9998)
            return false;
        instant = new(year, month, day, hour, minute, second, offset);
        return true;
    }

    private static bool Offset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.Length == 1) return text[0] == 'Z';
        if (text[0] is not ('+' or '-') || !Number(text, 1, 2, out var hours) || text[3] != ':'
            || !Number(text, 4, 2, out var minutes) || hours > 13 || minutes > 59)
            return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> text, int from, int length, out int number)
    {
        number = 0;
        foreach (var character in text.Slice(from, length))
        {
            if (character is < '0' or > '9') return false;
            number = (number * 10) + character - '0';
        }

        return true;
    }
}
