using Certification.Bench.Harness;

namespace Certification.Bench.Storage;

/// <summary>Evidence on its way in, beside the same way without what we add: hashing while uploading; hashing, copying and
/// deleting while sealing.</summary>
internal sealed class EvidenceSpeed : IBenchmark
{
    public string Name => "evidence: 256 MB";

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        await using var evidence = await EvidenceOnDisk.Prepare();
        return
        [
            await new Comparison("evidence: 256 MB hashed upload", "unhashed upload", "MB/s", 0.85, Direction.AtLeast)
                .Run(() => evidence.Upload(hashed: false), () => evidence.Upload(hashed: true)),
            await new Comparison("evidence: 256 MB sealing", "bare download", "MB/s", 0.85, Direction.AtLeast)
                .Run(evidence.Download, evidence.Seal),
        ];
    }
}
