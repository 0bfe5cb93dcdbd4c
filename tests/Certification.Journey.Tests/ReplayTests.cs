using System.Text.Json.Nodes;
using Certification.Domain;
using Certification.Domain.Rulebooks;

namespace Certification.Journey.Tests;

/// <summary><c>certify replay</c> against a running authority, and against what it handed out.</summary>
public sealed class ReplayTests(ReplayedCase @case) : IClassFixture<ReplayedCase>
{
    [Fact]
    public async Task A_person_of_the_case_derives_the_whole_decision_again_after_the_rules_have_changed()
    {
        var (code, screen) = await @case.Online("decider", "dora", "Authority XA");
        Assert.True(code == 0, screen);
        Assert.Matches("^same ", screen);
        Assert.Contains("xa 1.0.0", screen);
        Assert.Matches(@"entry \d+ of ", screen);
        Assert.Contains("taken as is", screen);
    }

    [Fact]
    public async Task An_auditor_is_told_which_file_is_not_his_to_see_and_that_all_else_agrees()
    {
        var (code, screen) = await @case.Online("auditor", "aron", "Court of Auditors");
        Assert.True(code == 2, screen);
        Assert.Contains("confidential to the persons of the case", InOneLine(screen));
        Assert.DoesNotContain("differs", screen);
    }

    [Fact]
    public async Task An_applicant_is_not_given_the_record()
    {
        var (code, screen) = await @case.Online("applicant", "alex", "Acme Talent Tools Ltd");
        Assert.Equal(1, code);
        Assert.Contains("auth.", screen);
    }

    [Fact]
    public async Task A_saved_folder_is_derived_again_without_anybody_being_asked() =>
        Assert.Equal(0, (await ReplayedCase.Offline(await @case.Saved())).ExitCode);

    [Fact]
    public async Task One_byte_of_a_file_that_was_changed_is_named()
    {
        var folder = await @case.Saved();
        var file = Directory.GetFiles(Path.Combine(folder, "evidence")).Order(StringComparer.Ordinal).First();
        await File.AppendAllTextAsync(file, " ", TestContext.Current.CancellationToken);
        await Differs(folder, $"evidence/{Path.GetFileName(file)}: recorded");
    }

    [Fact]
    public async Task A_finding_that_was_struck_from_the_record_is_named() => await Differs(
        await Changed("record.json", record => record["findings"] = new JsonArray(
            [.. record["findings"]!.AsArray().Skip(1).Select(finding => finding!.DeepClone())])),
        "findings: recorded nothing; derived");

    [Fact]
    public async Task Another_clock_is_noticed_by_what_it_makes_of_the_evidence() => await Differs(
        await Changed("record.json", record =>
        {
            foreach (var pin in record["evidence"]!.AsArray()) pin!["judged"]!["at"] = "2038-01-19T03:14:07+00:00";
        }),
        "evidence.stale");

    [Fact]
    public async Task Another_rulebook_is_named()
    {
        var folder = await @case.Saved();
        await File.WriteAllBytesAsync(
            Path.Combine(folder, "rulebook.json"), DomainJson.Bytes(RulebookLibrary.InForceAt("XB")), TestContext.Current.CancellationToken);
        await Differs(folder, "rulebook: recorded");
    }

    [Fact]
    public async Task A_file_that_is_missing_leaves_it_undetermined_and_is_named()
    {
        var folder = await @case.Saved();
        var file = Directory.GetFiles(Path.Combine(folder, "evidence"))[0];
        File.Delete(file);
        var (code, screen) = await ReplayedCase.Offline(folder);
        Assert.Equal(2, code);
        Assert.Contains($"evidence/{Path.GetFileName(file)}: It was not supplied.", screen);
    }

    private async Task<string> Changed(string file, Action<JsonNode> change)
    {
        var folder = await @case.Saved();
        var path = Path.Combine(folder, file);
        var document = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        change(document);
        await File.WriteAllTextAsync(path, document.ToJsonString(), TestContext.Current.CancellationToken);
        return folder;
    }

    private static async Task Differs(string folder, string named)
    {
        var (code, screen) = await ReplayedCase.Offline(folder);
        Assert.True(code == 1, screen);
        Assert.Contains(named, InOneLine(screen));
    }

    private static string InOneLine(string screen) => string.Join(' ', screen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
