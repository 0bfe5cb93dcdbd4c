using System.Text.Json.Nodes;

namespace Certification.Formats.Assurance;

/// <summary>The formats of our own, for what no format of the field covers.</summary>
public static class OwnFormats
{
    private static readonly Func<OwnFormatVisitor>[] Visitors =
    [
        () => new OversightDesignVisitor(), () => new OversightDrillsVisitor(), () => new IncidentResponseVisitor(),
        () => new SafeguardsVisitor(), () => new LogSufficiencyVisitor(), () => new RedTeamFindingsVisitor(), () => new DutyAcceptanceVisitor(),
    ];

    /// <summary>Their codes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Visitors.Select(visitor => visitor().Name)];

    /// <summary>The JSON Schema (2020-12) of a format, made from what its reader reads; null when there is no such format.</summary>
    public static JsonObject? Schema(string format) =>
        Visitors.Select(visitor => visitor()).FirstOrDefault(visitor => visitor.Name == format)?.Schema();

    /// <summary>A reader of each.</summary>
    internal static IEnumerable<OwnFormatVisitor> Readers() => Visitors.Select(visitor => visitor());
}
