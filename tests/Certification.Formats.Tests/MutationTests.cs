using System.Globalization;
using System.Text;
using Certification.Formats.Tests.Assurance;
using Xunit;

namespace Certification.Formats.Tests;

/// <summary>Damages a file of every format in ways that parsers trip over. The seed is fixed: what fails once fails again.</summary>
public sealed class MutationTests
{
    private const int Seed = 20260301;

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", "\"", ",", ":", "\n", "\\u0000", "\\ud800", "NaN", "1e999", "-1", "9223372036854775808", "null", "true", "---\n", "\ufeff", "[[[[[[[[", "\"a\":1,\"a\":2,"];

    // At least 100,000 where CERTIFICATION_DEEP says so; a few thousand keep the daily run short.
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("CERTIFICATION_DEEP"), CultureInfo.InvariantCulture, out var deep) ? Math.Max(deep, 100_000) : 3_000;

    [Fact]
    public async Task No_damage_makes_a_reader_throw_or_hang()
    {
        var random = new Random(Seed);
        byte[][] files = [.. RunSamples.All.Concat(OwnSamples.All).Select(Encoding.UTF8.GetBytes)];
        for (var round = 0; round < Count; round++)
        {
            var bytes = Damaged(files[round % files.Length], random);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(30));
            var reading = await EvidenceReader.ReadAsync(new MemoryStream(bytes), ["any"], limit.Token);
            Assert.True(reading.Claims.Count <= 200, $"round {round} of seed {Seed}");
        }
    }

    private static byte[] Damaged(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 1; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}
