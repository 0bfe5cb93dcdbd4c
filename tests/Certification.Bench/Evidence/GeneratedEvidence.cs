using System.Globalization;
using System.Text;

namespace Certification.Bench.Evidence;

/// <summary>Evidence files of any size in the formats that grow large, written to a temporary folder and gone when disposed.
/// Texts differ from sample to sample, as in real logs.</summary>
internal sealed class GeneratedEvidence : IDisposable
{
    private static readonly string[] Words =
        ["parcel", "street", "answer", "therefore", "the", "of", "evening", "model", "question", "it", "follows", "\\n", "because", "a", "number", "city"];

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-evidence-").FullName;

    /// <summary>The formats that can be generated.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["inspect-log", "garak-report", "lm-eval-samples"];

    /// <summary>Writes a file of at least this many bytes.</summary>
    public string Write(string format, long size)
    {
        var path = Path.Combine(_folder, $"{format}-{size}");
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), bufferSize: 1 << 20);
        var (begin, sample, end) = Parts(format);
        writer.Write(begin);
        for (var number = 1; writer.BaseStream.Position < size; number++)
            writer.Write(sample(number));
        writer.Write(end);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (string Begin, Func<int, string> Sample, string End) Parts(string format) => format switch
    {
        "inspect-log" => ("""{"version": 2, "status": "success", "eval": {"task": "acme/quiz", "model": "acme/helper", "dataset": {"samples": 100000}}, "samples": [""",
            number => (number > 1 ? ",\n" : "") + InspectSample(number), "]}"),
        "garak-report" => ("""
            {"entry_type": "start_run setup", "plugins.target_type": "openai", "plugins.target_name": "acme/helper"}
            {"entry_type": "init", "garak_version": "0.13.2", "start_time": "2026-02-05T08:00:00"}

            """, GarakAttempt, """{"entry_type": "completion", "end_time": "2026-02-05T08:10:00"}"""),
        _ => ("", LmEvalSample, ""),
    };

    private static string InspectSample(int number) => $$$$"""
        {"id": {{{{number}}}}, "epoch": 1, "input": "{{{{Text(number, 40)}}}}", "choices": ["{{{{Text(number, 5)}}}}", "{{{{Text(number + 1, 5)}}}}"], "target": "A",
         "messages": [{"id": "m{{{{number}}}}", "content": "{{{{Text(number, 60)}}}}", "source": "input", "role": "user"},
          {"id": "n{{{{number}}}}", "content": [{"type": "reasoning", "reasoning": "{{{{Text(number + 3, 80)}}}}"}, {"type": "text", "text": "{{{{Text(number, 30)}}}}"}], "role": "assistant"}],
         "output": {"model": "acme/helper", "choices": [{"message": {"content": "{{{{Text(number, 30)}}}}"}, "stop_reason": "stop"}], "usage": {"input_tokens": {{{{number % 900}}}}, "output_tokens": 120}},
         "scores": {"choice": {"value": "{{{{(number % 3 == 0 ? "I" : "C")}}}}", "answer": "A", "explanation": "{{{{Text(number, 20)}}}}", "history": []}},
         "metadata": {"category": "law"}, "started_at": "2026-02-05T08:30:02+00:00", "total_time": 1.25}
        """;

    private static string GarakAttempt(int number) => $$$$"""
        {"entry_type": "attempt", "uuid": "{{{{number}}}}", "seq": {{{{number}}}}, "status": 2, "probe_classname": "dan.Ablation", "prompt": {"turns": [{"role": "user", "content": {"text": "{{{{Text(number, 60)}}}}", "lang": "en"}}]}, "outputs": [{"text": "{{{{Text(number + 1, 40)}}}}"}, {"text": "{{{{Text(number + 2, 40)}}}}"}], "detector_results": {"mitigation.Refusal": [0.0, 1.0]}, "notes": {}, "goal": "disregard the system prompt"}

        """;

    private static string LmEvalSample(int number) => $$$$"""
        {"doc_id": {{{{number}}}}, "doc": {"question": "{{{{Text(number, 40)}}}}", "answer": "{{{{Text(number, 10)}}}}"}, "target": "42", "arguments": {"gen_args_0": {"arg_0": "{{{{Text(number, 80)}}}}", "arg_1": {"until": ["Q:"], "temperature": 0.0}}}, "resps": [["{{{{Text(number, 40)}}}}"]], "filtered_resps": ["42"], "doc_hash": "{{{{number:x16}}}}", "prompt_hash": "{{{{number:x16}}}}", "metrics": ["exact_match"], "exact_match": {{{{number % 2}}}}.0}

        """;

    private static string Text(int seed, int words)
    {
        var text = new StringBuilder();
        for (var word = 0; word < words; word++)
            text.Append(CultureInfo.InvariantCulture, $"{Words[(seed * 31 + word * word) % Words.Length]} ");
        return text.ToString();
    }
}
