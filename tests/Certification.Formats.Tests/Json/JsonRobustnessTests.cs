using System.Text;
using Certification.Formats;
using CsCheck;
using Xunit;

namespace Certification.Formats.Tests.Json;

/// <summary>Whatever is sent, a reader answers with a reading: no exception, no endless loop, no memory that grows with the file.</summary>
public sealed class JsonRobustnessTests
{
    [Fact]
    public async Task A_file_cut_off_anywhere_is_malformed()
    {
        var whole = Encoding.UTF8.GetBytes(Samples.Log());
        for (var length = 1; length < whole.Length - 1; length += 7)
            Assert.Contains((await Reading.Of(whole[..length])).Faults, fault => fault.Code is "evidence.malformed");
    }

    [Theory]
    [InlineData("0.25", "NaN", "evidence.malformed")]
    [InlineData("0.25", "Infinity", "evidence.malformed")]
    [InlineData("\"epoch\": 1, \"input\"", "\"epoch\": 1, /* c */ \"input\"", "evidence.malformed")]
    [InlineData("\"status\": \"success\",", "\"status\": \"cancelled\", \"status\": \"success\",", "evidence.duplicate-key")]
    public async Task What_JSON_does_not_allow_is_a_fault(string good, string bad, string code) =>
        Assert.Equal(code, (await Reading.Of(Samples.Log().Replace(good, bad))).Faults[0].Code);

    [Fact]
    public async Task A_second_document_after_the_first_is_a_fault() =>
        Assert.Equal("evidence.malformed", (await Reading.Of(Samples.Log() + "{}")).Faults[0].Code);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public async Task Nesting_without_end_is_a_fault(char open)
    {
        var nested = open == '[' ? new string('[', 100_000) : string.Concat(Enumerable.Repeat("{\"components\":", 100_000));
        Assert.Equal("evidence.malformed", (await Reading.Of(nested)).Faults[0].Code);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_in_what_is_used_are_a_fault()
    {
        var bytes = Encoding.Latin1.GetBytes(Samples.Log().Replace("\"success\"", "\"s\u00FCccess\""));
        Assert.Contains((await Reading.Of(bytes)).Faults, fault => fault.Code is "evidence.encoding" or "evidence.malformed");
    }

    [Fact]
    public async Task JSON_of_no_known_format_is_unknown() =>
        Assert.Equal("evidence.format-unknown", (await Reading.Of("""{"hello": [1, 2, 3]}""")).Faults[0].Code);

    [Fact]
    public async Task A_member_bomb_is_stopped() => Assert.Equal("evidence.malformed",
        (await Reading.Of($"{{{string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"k{number}\":1"))}}}")).Faults[0].Code);

    [Fact]
    public async Task Reading_does_not_depend_on_how_the_bytes_arrive()
    {
        var bytes = Encoding.UTF8.GetBytes(Samples.Log(40));
        Assert.Equivalent(await Reading.Of(bytes), await Reading.Of(new Trickle(bytes)), strict: true);
    }

    [Fact]
    public async Task Random_damage_is_survived()
    {
        var whole = Encoding.UTF8.GetBytes(Samples.Bom);
        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length - 1], Gen.Byte).SampleAsync(async damage =>
        {
            var bytes = whole.ToArray();
            (bytes[damage.Item1], bytes[damage.Item3]) = (damage.Item2, damage.Item4);
            Assert.NotNull(await EvidenceReader.ReadAsync(new MemoryStream(bytes), ["cyclonedx"], CancellationToken.None));
        });
    }

    [Fact]
    public async Task A_sealed_file_is_not_read() => Assert.Equal("opaque",
        (await EvidenceReader.ReadAsync(Stream.Null, ["opaque"], TestContext.Current.CancellationToken)).Format);

    /// <summary>Gives one byte at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > 1 ? buffer[..1] : buffer, cancellationToken);
    }
}
