using System.Globalization;
using Certification.Domain.Certificates;
using Certification.Signing.Log;

namespace Certification.Signing.StatusLists;

/// <summary>Where an authority publishes what is said about a certificate's status, below its site. Whoever has a certificate and the
/// trust list finds all of it.</summary>
public static class StatusPaths
{
    private const string Jwt = ".jwt";

    /// <summary>The latest record about a certificate.</summary>
    public static string Record(CertificateNumber number) => $"status-records/{number}{Jwt}";

    /// <summary>The record of one step, which never changes.</summary>
    /// <param name="step">From 1.</param>
    public static string Record(CertificateNumber number, int step) => string.Create(CultureInfo.InvariantCulture, $"status-records/{number}-{step}{Jwt}");

    /// <summary>The proof that the record of one step is in its issuer's log, as of when it entered.</summary>
    /// <param name="step">From 1.</param>
    public static string Proof(CertificateNumber number, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"status-records/{number}-{step}{LogProof.FileExtension}");

    /// <summary>A status list as a CWT.</summary>
    /// <param name="list">Path or address of the list as a JWT, such as <c>status/1.jwt</c>.</param>
    public static string Cwt(string list) => $"{Stem(list)}.cwt";

    /// <summary>The first list of a day, which never changes: <c>status/1-2026-03-03.jwt</c>.</summary>
    /// <param name="day">Any instant of the day, in UTC.</param>
    /// <inheritdoc cref="Cwt"/>
    public static string OfDay(string list, DateTimeOffset day) => string.Create(CultureInfo.InvariantCulture, $"{Stem(list)}-{day.UtcDateTime:yyyy-MM-dd}{Jwt}");

    private static string Stem(string list) => list.EndsWith(Jwt, StringComparison.Ordinal) ? list[..^Jwt.Length] : list;
}
