using System.Text.Json;
using Certification.Signing.Log;
using Certification.Testing;
using Xunit;

namespace Certification.Signing.Tests.Log;

/// <summary>Every proof vector of ../shared/data/merkle: the good ones hold, each altered or malformed one is refused.</summary>
public sealed class MerkleVectorTests
{
    [Fact]
    public void Every_inclusion_vector_is_judged_as_it_says() => Judge(
        "inclusion",
        vector => new InclusionProof(Number(vector, "leafIdx"), Number(vector, "treeSize"), Path(vector)).Holds(Bytes(vector, "leafHash"), Bytes(vector, "root")));

    [Fact]
    public void Every_consistency_vector_is_judged_as_it_says() => Judge(
        "consistency",
        vector => new ConsistencyProof(Number(vector, "size1"), Number(vector, "size2"), Path(vector)).Holds(Bytes(vector, "root1"), Bytes(vector, "root2")));

    private static void Judge(string folder, Func<JsonElement, bool> holds)
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        var files = Directory.GetFiles(SharedData.Path("merkle", folder), "*.json", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var vector = JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.Equal(!vector.RootElement.GetProperty("wantErr").GetBoolean(), holds(vector.RootElement));
        });
    }

    private static ulong Number(JsonElement vector, string name) => vector.GetProperty(name).GetUInt64();

    private static byte[] Bytes(JsonElement vector, string name) => vector.GetProperty(name).GetBytesFromBase64();

    private static byte[][] Path(JsonElement vector) => vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proof
        ? [.. proof.EnumerateArray().Select(hash => hash.GetBytesFromBase64())]
        : [];
}
