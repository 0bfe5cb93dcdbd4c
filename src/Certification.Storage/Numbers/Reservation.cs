using System.Globalization;

namespace Certification.Storage.Numbers;

/// <summary>What a certificate gets before it is drafted, and keeps for ever.</summary>
/// <param name="Number">Such as <c>XA-2026-000123</c>: authority, year of reservation, running number of that year.</param>
/// <param name="StatusList">Which status list, from 1.</param>
/// <param name="StatusIndex">Place in that list, from 0.</param>
public sealed record Reservation(string Number, int StatusList, int StatusIndex)
{
    internal static string Format(string authority, int year, int running) =>
        string.Create(CultureInfo.InvariantCulture, $"{authority}-{year:D4}-{running:D6}");
}
