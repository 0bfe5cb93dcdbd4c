using Xunit;

namespace Certification.Formats.Tests;

/// <summary>Results by group, interval bounds and format versions, wherever formats carry them.</summary>
public sealed class GroupResultTests
{
    [Fact]
    public async Task A_grouped_metric_of_an_Inspect_log_gives_its_groups_and_the_aggregate()
    {
        var run = (await Reading.Of(Samples.Log().Replace("\"accuracy\": {\"name\": \"accuracy\"",
            "\"women_accuracy\": {\"value\": 0.5}, \"men_accuracy\": {\"value\": 0.8}, \"all\": {\"name\": \"all\""))).Run!;
        Assert.Equal([("women", "accuracy", 0.5), ("men", "accuracy", 0.8)], run.Groups.Select(group => (group.Group, group.Metric, group.Value)));
        Assert.Equal("accuracy", Assert.Single(run.Scores).Metric);
    }

    [Fact]
    public async Task Subtasks_of_lm_eval_are_groups_with_their_samples()
    {
        var run = (await Reading.Of(RunSamples.LmEval.Replace("\"versions\"", "\"group_subtasks\": {\"bias\": [\"quiz\"]}, \"versions\""))).Run!;
        Assert.Equal(("bias", "quiz", "acc", 0.75, 200L), Assert.Single(run.Groups) is var group ? (group.Attribute, group.Group, group.Metric, group.Value, group.Samples) : default);
    }

    [Fact]
    public async Task Bounds_of_garak_are_of_the_attacks_and_turned_into_those_of_the_pass_rate()
    {
        var claim = Assert.Single((await Reading.Of(RunSamples.Garak.Replace("\"total_evaluated\": 2",
            "\"total_evaluated\": 2, \"confidence\": 0.95, \"confidence_lower\": 0.25, \"confidence_upper\": 0.75"))).Claims);
        Assert.Equal(new(0.25, 0.75, 0.95), claim.Interval);
    }

    [Fact]
    public async Task Bounds_error_and_samples_of_a_unified_record_are_read()
    {
        var claim = Assert.Single((await Reading.Of(RunSamples.UnifiedRecord.Replace("\"score\": 0.45",
            "\"score\": 0.45, \"uncertainty\": {\"standard_error\": {\"value\": 0.02}, \"confidence_interval\": {\"lower\": 0.41, \"upper\": 0.49, \"confidence_level\": 0.95}, \"num_samples\": 541}"))).Claims);
        Assert.Equal((new(0.41, 0.49, 0.95), 0.02, 541L), (claim.Interval, claim.StandardError, claim.Samples));
    }

    [Theory]
    [InlineData("\"version\": 2", "\"version\": 9", "inspect-log", "9")]
    public async Task A_log_of_an_unknown_version_is_read_and_says_so(string known, string other, string format, string version)
    {
        var reading = await Reading.Of(Samples.Log().Replace(known, other));
        Assert.Equal((format, version, false), (reading.Format, reading.Version!.Text, reading.Version.IsKnown));
        Assert.NotEmpty(reading.Claims);
    }

    [Fact]
    public async Task Other_formats_say_their_unknown_version_too()
    {
        Assert.False((await Reading.Of(Samples.Bom.Replace("\"1.6\"", "\"2.0\""))).Version!.IsKnown);
        Assert.False((await Reading.Of(RunSamples.UnifiedRecord.Replace("0.2.0", "7.0.0"))).Version!.IsKnown);
        Assert.False((await Reading.Of(RunSamples.Croissant.Replace("croissant/1.0", "croissant/3.0"))).Version!.IsKnown);
        Assert.False((await Reading.Of(RunSamples.Poam.Replace("1.1.2", "2.0.0"))).Version!.IsKnown);
    }

    [Fact]
    public async Task Known_versions_are_known() => Assert.All(
        [await Reading.Of(Samples.Log()), await Reading.Of(Samples.Bom), await Reading.Of(RunSamples.UnifiedRecord), await Reading.Of(RunSamples.Croissant)],
        reading => Assert.True(reading.Version!.IsKnown));

    [Fact]
    public async Task A_file_that_looks_like_two_formats_names_both()
    {
        var fault = Assert.Single((await Reading.Of(Samples.Bom.Replace("\"specVersion\"", "\"status\": \"success\", \"eval\": {}, \"specVersion\""))).Faults);
        Assert.Equal("evidence.format-ambiguous", fault.Code);
        Assert.Contains("inspect-log and cyclonedx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mitigation_is_read_with_what_it_is_about()
    {
        var mitigations = (await Reading.Of(RunSamples.Poam)).Mitigations!;
        Assert.Equal(["completed", null], mitigations.Select(mitigation => mitigation.Lifecycle));
        Assert.All(mitigations, mitigation => Assert.True(mitigation.Names("dan.Ablation")));
    }
}
