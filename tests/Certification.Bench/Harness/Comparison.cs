namespace Certification.Bench.Harness;

/// <summary>Measures a subject and its floor in turns: one round of each to warm up, then five. The ratio is the median of
/// the rounds' own ratios, so that a machine that slows down half-way slows both sides.</summary>
public sealed class Comparison(string name, string floor, string unit, double target, Direction direction)
{
    private const int Rounds = 5;

    /// <param name="measureFloor">One round of the floor; answers in the comparison's unit.</param>
    /// <param name="measureSubject">One round of the subject; answers in the comparison's unit.</param>
    public async Task<BenchResult> Run(Func<Task<double>> measureFloor, Func<Task<double>> measureSubject)
    {
        await measureFloor();
        await measureSubject();
        var (floors, subjects, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            floors.Add(await measureFloor());
            subjects.Add(await measureSubject());
            ratios.Add(subjects[^1] / floors[^1]);
        }

        return new BenchResult(name, floor, Median(floors), Median(subjects), unit, Median(ratios), target, direction);
    }

    /// <summary>The middle value.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
