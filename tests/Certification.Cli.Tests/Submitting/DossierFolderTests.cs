using Certification.Cli.Submitting;
using Certification.Testing;
using Xunit;

namespace Certification.Cli.Tests.Submitting;

public sealed class DossierFolderTests : IDisposable
{
    private static readonly DateOnly Today = new(2030, 5, 20);

    private readonly string _folder = Directory.CreateTempSubdirectory("dossier-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_lie_beside_the_declaration()
    {
        File.WriteAllText(Path.Combine(_folder, "card.md"), "# Card");
        var item = Assert.Single(Read("\"file\": \"card.md\"").Items);
        Assert.Equal(("model-card", "card.md", 6L, false), (item.Kind, item.FileName, item.Size, item.FirstLeftOut));
    }

    [Fact]
    public void A_generated_file_has_its_size_and_depends_on_its_seed_only()
    {
        string Made(int seed)
        {
            var item = Assert.Single(Read($$"""
                "file": "big.bin", "generate": {"bytes": 2500000, "seed": {{seed}}}
                """).Items);
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(item.Path)));
        }

        Assert.Equal(Made(7), Made(7));
        Assert.NotEqual(Made(7), Made(8));
        Assert.Equal(2_500_000, Read("\"file\": \"big.bin\", \"generate\": {\"bytes\": 2500000, \"seed\": 1}").Items[0].Size);
    }

    [Fact]
    public void A_redated_file_is_as_fresh_as_it_was_when_it_was_written()
    {
        File.WriteAllText(Path.Combine(_folder, "log.json"), """{"day": "2026-02-05T08:00:00Z"}""");
        var item = Read("\"file\": \"log.json\", \"redate\": {\"day\": \"2026-02-05\", \"daysAgo\": 35}").Items[0];
        Assert.Equal("""{"day": "2030-04-15T08:00:00Z"}""", File.ReadAllText(item.Path));
    }

    [Theory]
    [InlineData("\"file\": \"../../etc/passwd\"", "no plain file name")]
    [InlineData("\"file\": \"/etc/passwd\"", "no plain file name")]
    [InlineData("\"file\": \"missing.md\"", "is missing")]
    [InlineData("\"visibility\": \"public\"", "is not a dossier")]
    [InlineData("\"file\": \"a\", \"shared\": \"b\"", "names no file, or several")]
    [InlineData("\"fle\": \"card.md\"", "is not a dossier")]
    public void A_folder_that_cannot_be_used_says_what_to_mend(string source, string message) =>
        Assert.Contains(message, Assert.Throws<DossierException>(() => Read(source)).Message);

    [Fact]
    public void Shared_samples_are_taken_from_their_folder_only()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "shared", "data"));
        Assert.Contains("not below", Assert.Throws<DossierException>(() => Read("\"shared\": \"../../secret\"")).Message);
    }

    [Fact]
    public void A_folder_without_a_dossier_names_one_that_has_it() =>
        Assert.Contains("tests/dossiers/example", Assert.Throws<DossierException>(() => DossierFolder.Read(_folder, _folder, Today)).Message);

    private DossierFolder Read(string source)
    {
        var example = File.ReadAllText(RepositoryRoot.File("tests", "dossiers", "low", "dossier.json"));
        var declaration = System.Text.Json.JsonDocument.Parse(example).RootElement.GetProperty("declaration").GetRawText();
        File.WriteAllText(Path.Combine(_folder, "dossier.json"), $$"""
            {"declaration": {{declaration}}, "evidence": [
              {"kind": "model-card", {{source}}, "visibility": "public", "performedBy": "Acme", "independence": "first-party"}]}
            """);
        var scratch = Directory.CreateDirectory(Path.Combine(_folder, "scratch")).FullName;
        return DossierFolder.Read(_folder, scratch, Today);
    }
}
