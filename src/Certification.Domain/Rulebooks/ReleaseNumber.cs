using System.Globalization;

namespace Certification.Domain.Rulebooks;

/// <summary>Reads the numbers of a release, so that 0.3.99 comes before 0.3.100.</summary>
internal static class ReleaseNumber
{
    private const int Parts = 4;

    /// <summary>The leading numbers of a version such as <c>0.4.9.2</c>, <c>v1.2</c> or <c>0.3.138.dev45+g23fb0e7e</c>; missing
    /// ones are zero. Null when it begins with no number.</summary>
    public static Version? Parse(string version)
    {
        var numbers = version.TrimStart('v').Split('.', '-', '+')
            .TakeWhile(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Take(Parts).Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))
            .ToList();
        if (numbers.Count == 0)
            return null;
        numbers.AddRange(Enumerable.Repeat(0, Parts - numbers.Count));
        return new(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
