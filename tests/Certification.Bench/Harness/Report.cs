using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Certification.Testing;

namespace Certification.Bench.Harness;

/// <summary>The table on the screen and the file for machines.</summary>
public static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Heads the table.</summary>
    public static void Begin() => Console.WriteLine(
        $"{"",-4} {"benchmark",-44} {"ratio",8} {"target",9} {"subject",12} {"floor",12}  unit, floor");

    /// <summary>Prints one line.</summary>
    public static void Print(BenchResult result)
    {
        var target = result.Direction switch
        {
            Direction.AtLeast => $">= {Number(result.Target)}",
            Direction.AtMost => $"<= {Number(result.Target)}",
            _ => "-",
        };
        Console.WriteLine(
            $"{(result.Met ? "ok" : "MISS"),-4} {result.Name,-44} {Number(result.Ratio),8} {target,9} "
            + $"{Number(result.SubjectValue),12} {Number(result.FloorValue),12}  {result.Unit}, {result.Floor}");
    }

    /// <summary>Writes artifacts/bench.json; what an earlier run of other benchmarks wrote is replaced.</summary>
    public static void Save(IReadOnlyList<BenchResult> results)
    {
        var file = RepositoryRoot.File("artifacts", "bench.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(new { Environment.ProcessorCount, results }, Json) + "\n");
    }

    private static string Number(double value) =>
        value.ToString(value < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
