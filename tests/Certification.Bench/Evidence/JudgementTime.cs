using System.Diagnostics;
using Certification.Bench.Harness;
using Certification.Cli.Submitting;
using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Formats;
using Certification.Testing;

namespace Certification.Bench.Evidence;

/// <summary>Classification and every check over the example dossier, beside the readers going over its files.</summary>
internal sealed class JudgementTime : IBenchmark
{
    private const double MostTimes = 2;
    private const int Repetitions = 50;

    public string Name => "judgement: example dossier";

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        var scratch = Directory.CreateTempSubdirectory("bench-judgement-").FullName;
        var dossier = DossierFolder.Read(RepositoryRoot.File("tests", "dossiers", "example"), scratch, new DateOnly(2026, 3, 1));
        var rulebook = RulebookLibrary.InForceAt("XA");
        List<(DossierItem Item, byte[] Bytes)> files =
            [.. dossier.Items.Where(item => rulebook.FindEvidence(item.Kind) is { IsOpaque: false }).Select(item => (item, File.ReadAllBytes(item.Path)))];
        var readings = new List<FormatReading>();
        foreach (var (_, bytes) in files)
            readings.Add(await Read(bytes));
        var items = files.Select((file, index) => Item(index, file.Item, file.Bytes)).ToList();
        var result = await new Comparison("judgement: classify and check the example", "reading its files", "ms", MostTimes, Direction.AtMost).Run(
            () => Measure(async () =>
            {
                foreach (var (_, bytes) in files)
                    await Read(bytes);
            }),
            () => Measure(() =>
            {
                Judge(rulebook, dossier.Declaration, items, readings);
                return Task.CompletedTask;
            }));
        Directory.Delete(scratch, recursive: true);
        return [result];
    }

    private static Task<FormatReading> Read(byte[] bytes) => EvidenceReader.ReadAsync(new MemoryStream(bytes), ["any"], CancellationToken.None);

    private static void Judge(Rulebook rulebook, Declaration declaration, List<EvidenceItem> items, List<FormatReading> readings)
    {
        var at = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var tier = TierClassifier.Classify(rulebook, declaration).Tier;
        List<EvidenceReport> reports = [.. items.Select((item, index) => EvidenceJudgement.Judge(rulebook, tier, declaration, item, readings[index], at))];
        DossierJudgement.Judge(rulebook, items, reports);
    }

    private static EvidenceItem Item(int index, DossierItem item, byte[] bytes) => new(
        $"e-{index + 1}", item.Kind, item.FileName, bytes.Length, Sha256Digest.Of(bytes), item.Visibility, item.PerformedBy, item.Independence);

    private static async Task<double> Measure(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        for (var repetition = 0; repetition < Repetitions; repetition++)
            await act();
        return watch.Elapsed.TotalMilliseconds / Repetitions;
    }
}
