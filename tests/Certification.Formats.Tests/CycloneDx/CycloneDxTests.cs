using Xunit;

namespace Certification.Formats.Tests.CycloneDx;

public sealed class CycloneDxTests
{
    [Fact]
    public async Task A_bill_names_model_ancestors_and_datasets()
    {
        var reading = await Reading.Of(Samples.Bom);
        Assert.Equal(("cyclonedx", "1.6", "m"), (reading.Format, reading.Bom!.SpecVersion, reading.Bom.SubjectRef));
        Assert.Empty(reading.Faults);
        Assert.Equal("acme/helper", Assert.Single(reading.Bom.Models).Name);
        Assert.Equal("acme/base", Assert.Single(reading.Bom.Ancestors).Name);
        Assert.Equal("deliveries-2025", Assert.Single(reading.Bom.Datasets).Name);
    }

    [Fact]
    public async Task Tools_that_made_the_bill_are_no_components() =>
        Assert.DoesNotContain((await Reading.Of(Samples.Bom)).Bom!.Components, component => component.Name == "bom-maker");

    [Fact]
    public async Task Of_all_hashes_only_SHA_256_binds()
    {
        var file = Assert.Single((await Reading.Of(Samples.Bom)).Bom!.Components, component => component.Type == "file");
        Assert.StartsWith("e3b0c442", Assert.Single(file.Sha256).Hex);
    }

    [Fact]
    public async Task A_dependency_on_nothing_dangles() => Assert.Equal(["gone (/dependencies/0/dependsOn/0)"],
        (await Reading.Of(Samples.Bom.Replace("[\"lib\"]", "[\"gone\"]"))).Bom!.DanglingReferences);

    [Theory]
    [InlineData("tqIT...", true)]
    [InlineData("c2hvcnQ", true)]
    [InlineData("MEUCIQCx0000000000000000000000000000000000000000000000000000000000000000000000000000AAAA", false)]
    public async Task A_signature_that_cannot_be_one_is_a_placeholder(string value, bool isPlaceholder) => Assert.Equal(isPlaceholder,
        (await Reading.Of(Samples.Bom.Replace("\"version\": 1,", $"\"version\": 1, \"signature\": {{\"algorithm\": \"ES256\", \"value\": \"{value}\"}},"))).Bom!.PlaceholderSignatures.Count == 1);

    [Fact]
    public async Task A_file_that_claims_to_be_two_formats_is_none()
    {
        var both = Samples.Log().Replace("\"version\": 2,", "\"bomFormat\": \"CycloneDX\", \"version\": 2,");
        Assert.Equal(["evidence.format-ambiguous"], (await Reading.Of(both)).Faults.Select(fault => fault.Code));
    }
}
