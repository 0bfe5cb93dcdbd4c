using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Bench.Harness;
using Certification.Signing.StatusLists;
using Certification.Testing.Certificates;

namespace Certification.Bench.Signing;

/// <summary>The status of ten million certificates, one in a hundred no longer valid, as signed CWTs of a million entries each:
/// their bytes against gzip of the bare bits, and opening one of them against a hundred signature checks.</summary>
public sealed class StatusListSize : IBenchmark
{
    private const int Certificates = 10 * Shard;
    private const int Shard = 1_048_576;

    /// <inheritdoc/>
    public string Name => "status of ten million as CWT";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        using var authority = new SampleAuthority();
        var trust = await authority.TrustAsync();
        var bits = Bits();
        var lists = new List<byte[]>();
        foreach (var shard in bits.Chunk(Shard / 4))
        {
            lists.Add(await StatusListCwt.SignAsync(
                StatusList.FromBytes(shard), SampleDraft.StatusList, SampleDraft.Day, TimeSpan.FromDays(7), TimeSpan.FromHours(1), authority.Keys.Status));
        }

        var (floor, subject) = (Gzip(bits), lists.Sum(list => (double)list.Length));
        using var key = authority.Keys.Issuing.Certificate.GetECDsaPublicKey()!;
        var digest = new byte[32];
        var signature = await authority.Keys.Issuing.SignAsync(digest);
        return
        [
            new(Name, "gzip of the bits", floor, subject, "bytes", subject / floor, 1.05, Direction.AtMost),
            await new Comparison("inflate and verify a list of a million", "a hundred P-256 checks", "us", 1.0, Direction.AtMost).Run(
                () => Time(100, 20, () => key.VerifyHash(digest, signature)),
                () => Time(1, 20, () => StatusListCwt.Open(lists[0], trust, SampleDraft.Day, out _) is not null)),
        ];
    }

    private static byte[] Bits()
    {
        var (random, bits) = (new Random(10), new byte[Certificates / 4]);
        for (var i = 0; i < Certificates / 100; i++)
        {
            var place = random.Next(Certificates);
            bits[place / 4] |= (byte)(random.Next(1, 4) << (place % 4 * 2));
        }

        return bits;
    }

    private static double Gzip(byte[] bits)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bits);
        }

        return buffer.Length;
    }

    // Microseconds for so many calls, the mean of some rounds.
    private static Task<double> Time(int calls, int rounds, Func<bool> call)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls * rounds; i++)
        {
            if (!call())
            {
                throw new CryptographicException("What is measured must verify.");
            }
        }

        return Task.FromResult(Stopwatch.GetElapsedTime(start).TotalMicroseconds / rounds);
    }
}
