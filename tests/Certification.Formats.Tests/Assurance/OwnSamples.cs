using Certification.Testing;

namespace Certification.Formats.Tests.Assurance;

/// <summary>One document of each of our own formats: those of the example dossier, and what it does not have.</summary>
internal static class OwnSamples
{
    internal const string RedTeam = """
        {
          "format": "certification/red-team-findings/1", "system": "acme/helper", "preparedBy": "Lab", "date": "2026-02-03",
          "testedOn": "2026-01-20", "attempts": 800,
          "findings": [
            {
              "id": "F-1", "title": "Leaks its prompt", "severity": "high", "mitigation": "Prompt moved out of reach",
              "mitigatedOn": "2026-01-25", "retest": { "on": "2026-01-28", "by": "Lab", "attempts": 40, "successes": 0 }
            },
            { "id": "F-2", "title": "Answers in rhyme", "severity": "low" }
          ]
        }
        """;

    internal const string Acceptance = """
        {
          "format": "certification/accountability-acceptance/1", "system": "acme/helper", "date": "2026-02-03", "party": "acme",
          "signatory": "Ada Example", "accepted": [{ "duty": "incident-response", "terms": "00" }]
        }
        """;

    internal static IReadOnlyList<string> All { get; } =
    [
        Example("human-oversight"), Example("oversight-drills"), Example("incident-response"), Example("safeguards"),
        Example("log-sufficiency"), RedTeam, Acceptance,
    ];

    internal static string Example(string name) => File.ReadAllText(RepositoryRoot.File("tests", "dossiers", "example", $"{name}.json"));
}
