using Xunit;

namespace Certification.Formats.Tests.ModelCards;

public sealed class ModelCardTests
{
    [Fact]
    public async Task The_header_is_read()
    {
        var reading = await Reading.Of(Samples.Card);
        var card = reading.Card!;
        Assert.Equal(("model-card", "mit"), (reading.Format, card.Licence));
        Assert.Equal(["deliveries-2025"], card.Datasets);
        Assert.Equal(["acme/base"], card.BaseModels);
        Assert.Equal(new("acme/helper", "deliveries", "test", "r1", "accuracy", 0.9), Assert.Single(card.Results));
    }

    [Fact]
    public async Task The_title_names_the_model_without_its_preamble() =>
        Assert.Equal(["acme/helper"], (await Reading.Of(Samples.Card)).Card!.ModelNames);

    [Fact]
    public async Task Everything_under_an_out_of_scope_heading_is_advised_against_with_its_line()
    {
        var card = (await Reading.Of(Samples.Card)).Card!;
        Assert.Equal([("- Hiring people.", 20), ("- Medical advice.", 21)], card.AdvisedAgainst.Select(advice => (advice.Text, advice.Line)));
    }

    [Fact]
    public async Task Code_is_not_prose() =>
        Assert.DoesNotContain((await Reading.Of(Samples.Card)).Card!.AdvisedAgainst, advice => advice.Text.Contains("recommend", StringComparison.Ordinal));

    [Theory]
    [InlineData("We recommend against use in courts.")]
    [InlineData("The model should not be used for triage.")]
    [InlineData("It is not intended for children.")]
    [InlineData("Do not use it to grade people.")]
    public async Task Advice_is_found_in_prose(string sentence) => Assert.Equal(sentence,
        Assert.Single((await Reading.Of($"# Thing\n\nIt is nice. {sentence} It is blue.\n")).Card!.AdvisedAgainst).Text);

    [Fact]
    public async Task A_table_of_sizes_makes_several_models() => Assert.Equal(["tiny", "large"],
        (await Reading.Of("# Family\n\n| Size | Parameters |\n|---|---|\n| `tiny` | 1 M |\n| large | 9 M |\n")).Card!.Variants);

    [Theory]
    [InlineData("---\nlicense: mit\nno end")]
    [InlineData("---\nlicense: [mit\n---\n# A")]
    [InlineData("---\njust text\n---\n# A")]
    [InlineData("---\na: &x [1]\nb: *x\n---\n# A")]
    [InlineData("---\na: 1\na: 2\n---\n# A")]
    public async Task Front_matter_that_cannot_be_trusted_is_a_fault(string card) =>
        Assert.Equal(["evidence.malformed"], (await Reading.Of(card)).Faults.Select(fault => fault.Code));

    [Fact]
    public async Task Front_matter_nested_without_end_is_a_fault() => Assert.Equal(["evidence.malformed"],
        (await Reading.Of($"---\na: {new string('[', 5000)}\n---\n")).Faults.Select(fault => fault.Code));

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_a_fault() =>
        Assert.Equal(["evidence.encoding"], (await Reading.Of([(byte)'#', (byte)' ', 0xE4, 0x20])).Faults.Select(fault => fault.Code));
}
