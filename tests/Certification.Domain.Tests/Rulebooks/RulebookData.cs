using Certification.Domain.Rulebooks;
using Certification.Testing;

namespace Certification.Domain.Tests.Rulebooks;

/// <summary>The rulebooks as they stand in the repository, for tests to break.</summary>
internal static class RulebookData
{
    internal static string Floor => Text("floor");

    internal static string Xb => Text("xb");

    internal static RulebookAdditions XbAdditions =>
        RulebookReader.ReadAdditions(System.Text.Encoding.UTF8.GetBytes(Xb)).Value!;

    internal static System.Text.Json.Nodes.JsonNode Document(string name) => System.Text.Json.Nodes.JsonNode.Parse(Text(name))!;

    private static string Text(string name) =>
        File.ReadAllText(RepositoryRoot.File("src", "Certification.Domain", "Rulebooks", "Data", $"{name}-1.0.0.json"));
}
