using Certification.Domain.Evidence;
using Xunit;

namespace Certification.Formats.Tests.AiVerify;

public sealed class AiVerifyTests
{
    [Fact]
    public async Task A_test_result_gives_rates_by_group()
    {
        var reading = await Reading.Of(RunSamples.AiVerify);
        Assert.Equal(("aiverify-test-result", "helper.sav", TimeSpan.FromSeconds(12.5)), (reading.Format, reading.Run!.RequestedModel, reading.Run.Duration));
        Assert.Equal(new GroupScore("gender", "0", "True Positive Rate", 0.9, null, "/0/output/results/0/True Positive Rate/0"), reading.Run.Groups[0]);
        Assert.Equal(4, reading.Claims.Count);
    }

    [Fact]
    public async Task A_result_stands_alone_or_in_a_list() =>
        Assert.Equal("aiverify-test-result", (await Reading.Of(RunSamples.AiVerify.Trim()[1..^1])).Format);

    [Fact]
    public async Task Separate_files_for_test_data_and_ground_truth_are_left_alone() =>
        Assert.Null((await Reading.Of(RunSamples.AiVerify)).Run!.ReusedData);

    [Fact]
    public async Task One_file_for_test_data_and_ground_truth_is_told() => Assert.Equal("Test data and ground truth are the same file",
        (await Reading.Of(RunSamples.AiVerify.Replace("truth.csv", "test.csv"))).Run!.ReusedData);

    [Fact]
    public async Task A_schema_is_no_evidence() => Assert.Equal(("json-schema", "evidence.schema-not-evidence"),
        await Reading.Of(RunSamples.Schema) is var reading ? (reading.Format, reading.Faults[0].Code) : default);
}
