using System.Text;
using System.Text.Json.Nodes;
using Certification.Domain.Rulebooks;
using Certification.Testing;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks;

/// <summary>The published schema, asked through a validator that is not ours.</summary>
public sealed class RulebookSchemaTests
{
    private static readonly string Schema = RulebookSchema.Create().ToJsonString();

    private static readonly Dictionary<string, Action<JsonNode>> Faults = new()
    {
        ["a member that nobody knows"] = additions => additions["evidence"]![0]!["colour"] = "blue",
        ["a member that is missing"] = additions => additions.AsObject().Remove("floorVersion"),
        ["a tier that does not exist"] = additions => additions["tierRules"]![0]!["tier"] = "extreme",
        ["an operator that the language lacks"] = additions => additions["tierRules"]![0]!["when"] = JsonNode.Parse("""{ "xor": [true, false] }"""),
        ["an operator with too few operands"] = additions => additions["tierRules"]![0]!["when"] = JsonNode.Parse("""{ "and": [true] }"""),
        ["two operators in one object"] = additions => additions["tierRules"]![0]!["when"] = JsonNode.Parse("""{ "!": [true], "and": [true, true] }"""),
        ["a format that no reader knows"] = additions => additions["evidence"]![0]!["formats"]![0] = "word-document",
        ["a coverage above one"] = additions => Protocol(additions)["minimumCoverage"] = 1.5,
        ["a version that is no version"] = additions => additions["version"] = "next",
    };

    public static TheoryData<string> FaultNames => new(Faults.Keys);

    [Fact]
    public async Task The_rulebooks_of_this_repository_conform()
    {
        var documents = new[] { "floor", "xa", "xb", "xc" }.Select(name => RulebookData.Document(name).ToJsonString()).ToList();
        Assert.All(await Validate(documents), answer => Assert.Equal("true", answer));
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task A_planted_fault_is_refused_by_schema_and_reader(string fault)
    {
        var additions = RulebookData.Document("xb");
        Faults[fault](additions);
        Assert.NotEqual("true", Assert.Single(await Validate([additions.ToJsonString()])));
        Assert.False(IsAdopted(additions.ToJsonString()));
    }

    [Fact]
    public async Task What_the_schema_refuses_is_never_adopted()
    {
        // Steps of a large prime reach places all over the document, in every kind of damage.
        var documents = Enumerable.Range(0, 400).Select(index => Mutated(index * 7919, index % 5)).ToList();
        var answers = await Validate(documents);
        var refused = documents.Zip(answers).Where(pair => pair.Second != "true").ToList();
        Assert.InRange(refused.Count, 100, 400);
        Assert.All(refused, pair => Assert.False(IsAdopted(pair.First), $"{pair.Second}: {pair.First[..200]}"));
    }

    // One place is taken out, replaced, or given a member too many.
    private static string Mutated(int pick, int kind)
    {
        var document = RulebookData.Document("xb");
        var places = Places(document).ToList();
        var place = places[pick % places.Count];
        switch (kind, place.Parent)
        {
            case (0, JsonObject parent): parent.Remove(place.GetPropertyName()); break;
            case (1, _): place.ReplaceWith<JsonNode?>(null); break;
            case (2, _): place.ReplaceWith("something else"); break;
            case (3, _): place.ReplaceWith(-7); break;
            case (_, JsonObject parent): parent["added"] = true; break;
            default: place.ReplaceWith(new JsonObject()); break;
        }
        return document.ToJsonString();
    }

    private static JsonNode Protocol(JsonNode additions) =>
        additions["evidence"]!.AsArray().Select(kind => kind!["demands"]![0]!["protocol"]).First(protocol => protocol is not null)!;

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value!).SelectMany(member => Places(member).Prepend(member)),
        JsonArray items => items.SelectMany(item => Places(item!).Prepend(item!)),
        _ => [],
    };

    private static bool IsAdopted(string additions) =>
        RulebookReader.ReadAdditions(Encoding.UTF8.GetBytes(additions)).Value is { } read
        && RulebookAdoption.Adopt(RulebookLibrary.Floor, read).Value is not null;

    private static async Task<IReadOnlyList<string>> Validate(IReadOnlyList<string> documents)
    {
        Assert.SkipUnless(SchemaValidator.IsThere, SchemaValidator.WhyNot);
        return await SchemaValidator.Validate(Schema, documents, TestContext.Current.CancellationToken);
    }
}
