using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Testing;

namespace Certification.Cli.Tests.Evidence;

/// <summary>What applicants read before they submit.</summary>
public sealed class EvidenceCommandTests : IDisposable
{
    private const string Report = """
        {"entry_type": "start_run setup", "plugins.target_type": "openai", "plugins.target_name": "acme/helper", "run.generations": 1}
        {"entry_type": "init", "garak_version": "0.13.2", "start_time": "2026-02-05T08:00:00"}
        {"entry_type": "attempt", "status": 2, "probe_classname": "dan.Ablation", "outputs": [{"text": "Sure."}]}
        {"entry_type": "eval", "probe": "dan.Ablation", "detector": "mitigation.Refusal", "passed": 0, "total_evaluated": 1}
        {"entry_type": "completion", "end_time": "2026-02-05T08:10:00"}

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("certify-evidence-").FullName;

    [Fact]
    public async Task Each_file_shows_format_claims_and_findings_with_code_clause_and_place()
    {
        var run = await CertifyRun.Of("evidence", "check", Write("red-team.report.jsonl", Report));
        Assert.Equal((int)ExitCode.No, run.ExitCode);
        // Where lines break is not at issue here.
        var words = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(
            [
                "red-team.report.jsonl garak-report", "mitigation.Refusal 0 on dan.Ablation, 1 sample, acme/helper, 2026-02-05",
                "clause floor/1.0 §evidence.red-team-report", "evidence.no-statistical-weight at eval", "All files together", "dossier.red-team-open",
            ],
            part => Assert.Contains(part, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_fit_a_terminal_of_80_columns() => Assert.All(
        (await CertifyRun.Of("evidence", "check", Write("red-team.report.jsonl", Report), Write("card.md", "# acme/helper\n\nText."))).Output.Split('\n'),
        line => Assert.True(line.Length <= 80, line));

    [Fact]
    public async Task Each_file_is_judged_for_the_system_that_it_names_where_no_dossier_says_which()
    {
        var run = await CertifyRun.Of("evidence", "check", Write("red-team.report.jsonl", Report), Write("card.md", "# acme/other\n\nText."));
        Assert.DoesNotContain("evidence.subject-mismatch", run.Output, StringComparison.Ordinal);
        Assert.Contains("dossier.subjects-differ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_no_known_format_cites_no_entry_of_the_catalogue()
    {
        var run = await CertifyRun.Of("evidence", "check", Write("notes.json", """{"hello": 1}"""));
        Assert.Contains("clause      floor/1.0 §evidence\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("evidence.format-unknown", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("§evidence.model-card", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_with_everything()
    {
        var run = await CertifyRun.Of("evidence", "check", Write("red-team.report.jsonl", Report), "--json");
        using var result = JsonDocument.Parse(run.Output);
        var file = result.RootElement.GetProperty("files")[0];
        Assert.EndsWith("red-team.report.jsonl", file.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal("garak-report", file.GetProperty("report").GetProperty("format").GetString());
        Assert.Equal("dossier.red-team-open", result.RootElement.GetProperty("together")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_files_of_the_example_dossier_are_judged_by_what_it_declares_of_them()
    {
        var folder = RepositoryRoot.File("tests", "dossiers", "example");
        var run = await CertifyRun.Of("evidence", "check", Path.Combine(folder, "bom.cdx.json"), Path.Combine(folder, "model-card.md"), "--submission", Path.Combine(folder, "dossier.json"));
        Assert.DoesNotContain("mismatch", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("undeclared", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_without_a_key_is_refused_with_the_next_step()
    {
        var run = await CertifyRun.Of("evidence", "check", Write("a.json", "{}"), "--key", Write("key.pem", "nothing"));
        Assert.Equal((int)ExitCode.Usage, run.ExitCode);
        Assert.Contains("key.unusable", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
