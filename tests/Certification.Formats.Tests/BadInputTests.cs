using System.IO.Compression;
using System.Text;
using Xunit;

namespace Certification.Formats.Tests;

/// <summary>Damage of every kind that files arrive with, over a sample of every format: a fault with a code, never an exception,
/// and never a reading that looks whole.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Documents =
        [.. RunSamples.All.Where(sample => sample.TrimStart() is ['{' or '[', ..] && !Formats.Json.JsonLines.AreIn(Encoding.UTF8.GetBytes(sample)))];

    private static readonly string[] Logs = [RunSamples.Garak, RunSamples.LmEvalSamples, RunSamples.Dsse.TrimEnd() + "\n" + RunSamples.Dsse.TrimEnd() + "\n"];

    [Fact]
    public async Task A_truncated_document_is_malformed()
    {
        foreach (var sample in Documents.Select(sample => sample.TrimEnd()))
            Assert.Contains((await Reading.Of(sample[..^1])).Faults, fault => fault.Code == "evidence.malformed");
    }

    [Fact]
    public async Task A_truncated_log_names_the_line_that_breaks_off()
    {
        foreach (var log in Logs)
        {
            var reading = await Reading.Of(log.TrimEnd()[..^3]);
            Assert.Equal(("evidence.malformed", $"line {log.TrimEnd().Split('\n').Length}"),
                Assert.Single(reading.Faults, fault => fault.Where?.StartsWith("line", StringComparison.Ordinal) == true) is var fault ? (fault.Code, fault.Where) : default);
        }
    }

    [Fact]
    public async Task One_bad_line_of_a_log_is_named_and_the_others_are_read()
    {
        foreach (var log in Logs)
        {
            var sound = await Reading.Of(log);
            var reading = await Reading.Of(log.Insert(log.IndexOf('\n', StringComparison.Ordinal) + 1, "{\"cut\": \n"));
            Assert.Equal("line 2", reading.Faults[0].Where);
            Assert.Equal((sound.Format, sound.Claims.Count), (reading.Format, reading.Claims.Count));
        }
    }

    [Fact]
    public async Task Tenfold_nesting_in_what_nobody_uses_is_read_and_nesting_without_end_is_not()
    {
        foreach (var sample in Documents.Where(sample => sample.TrimStart()[0] == '{'))
        {
            var sound = await Reading.Of(sample);
            var deep = await Reading.Of(WithMember(sample, "\"x-deep\": " + new string('[', 100) + new string(']', 100)));
            Assert.Equal((sound.Format, sound.Faults.Count), (deep.Format, deep.Faults.Count));
            Assert.Contains((await Reading.Of(WithMember(sample, "\"x-deep\": " + new string('[', 3000) + new string(']', 3000)))).Faults,
                fault => fault.Code == "evidence.malformed");
        }
    }

    [Fact]
    public async Task Other_encodings_are_named_and_a_byte_order_mark_of_UTF_8_is_passed_over()
    {
        foreach (var sample in RunSamples.All)
        {
            Assert.Equal("evidence.encoding", (await Reading.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(sample)])).Faults[0].Code);
            Assert.Equal("evidence.encoding", (await Reading.Of([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(sample)])).Faults[0].Code);
            Assert.Equal("evidence.format-unknown", (await Reading.Of(Encoding.Unicode.GetBytes(sample))).Faults[0].Code);
            Assert.Equivalent(await Reading.Of(sample), await Reading.Of([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(sample)]));
        }
    }

    [Theory]
    [InlineData("\"acc,none\": 0.75", "\"acc,none\": 1e999")]
    [InlineData("\"effective\": 200", "\"effective\": 1e300")]
    [InlineData("\"effective\": 200", "\"effective\": 0.5")]
    [InlineData("\"effective\": 200", "\"effective\": -3")]
    public async Task Numbers_that_no_count_or_value_has_are_faults(string good, string bad) =>
        Assert.Equal("evidence.wrong-type", (await Reading.Of(RunSamples.LmEval.Replace(good, bad))).Faults[0].Code);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("0x10")]
    [InlineData("01")]
    public async Task Numbers_that_JSON_does_not_have_are_malformed(string number)
    {
        foreach (var sample in Documents.Where(sample => sample.TrimStart()[0] == '{'))
            Assert.Contains((await Reading.Of(WithMember(sample, $"\"x-number\": {number}"))).Faults, fault => fault.Code == "evidence.malformed");
    }

    [Fact]
    public async Task A_member_that_stands_twice_is_found_wherever_it_is_used()
    {
        (string Sample, string Member)[] repeated =
        [
            (RunSamples.LmEval, "\"git_hash\": \"other\""), (RunSamples.Moonshot, "\"results\": {}"), (RunSamples.UnifiedRecord, "\"evaluation_id\": \"y\""),
            (RunSamples.Croissant, "\"license\": \"other\""), (RunSamples.HelmSpecification, "\"adapter_spec\": {}"), (RunSamples.Checklist, "\"completed-1.1\": \"No\""),
            (RunSamples.Standard, "\"standards\": {}"), (RunSamples.Dsse, "\"payload\": \"\""), (Samples.Bom, "\"components\": []"), (Samples.Log(), "\"results\": {}"),
        ];
        foreach (var (sample, member) in repeated)
            Assert.Contains((await Reading.Of(WithMember(sample, member))).Faults, fault => fault.Code == "evidence.duplicate-key");
    }

    [Fact]
    public async Task An_escaped_spelling_of_a_member_is_the_same_member() => Assert.Contains(
        (await Reading.Of(WithMember(Samples.Log(), "\"st\\u0061tus\": \"success\""))).Faults, fault => fault.Code == "evidence.duplicate-key");

    [Fact]
    public async Task Compressed_files_are_named_and_not_unpacked()
    {
        var bomb = new byte[64 * 1024 * 1024];
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(bomb, TestContext.Current.CancellationToken);
        Assert.Contains("compressed", (await Reading.Of(packed.ToArray())).Faults[0].Message, StringComparison.Ordinal);
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = zip.CreateEntry("log.json").Open();
            await entry.WriteAsync(bomb, TestContext.Current.CancellationToken);
        }

        Assert.Contains("archive", (await Reading.Of(archive.ToArray())).Faults[0].Message, StringComparison.Ordinal);
    }

    // As the last member, so that it comes after one of the same name.
    private static string WithMember(string sample, string member)
    {
        var end = sample.LastIndexOf('}');
        return sample[..end] + ", " + member + sample[end..];
    }
}
