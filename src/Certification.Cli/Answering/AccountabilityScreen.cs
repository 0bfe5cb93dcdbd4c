using System.Text.Json;
using Certification.Cli.Deciding;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain.Accountability;
using Spectre.Console;

namespace Certification.Cli.Answering;

/// <summary>Who answers for what, on the terminal.</summary>
public static class AccountabilityScreen
{
    /// <summary>Prints each duty with its owners, then what is open.</summary>
    public static void Show(IAnsiConsole console, AccountabilityView view)
    {
        console.MarkupLineInterpolated($"[bold]{view.SubmissionId}[/]  [grey]{view.System}[/]  {view.Purpose}");
        foreach (var duty in view.Duties)
        {
            console.WriteField("duty", $"{duty.Code}: {duty.Title} ({duty.Clause})");
            if (duty.Owners.Count == 0) console.WriteField("", "nobody", colour: "red");
            foreach (var owner in duty.Owners) ShowOwner(console, view, owner);
        }
        CaseScreen.ShowGaps(console, view.Gaps);
    }

    private static void ShowOwner(IAnsiConsole console, AccountabilityView view, DutyOwnerView owner)
    {
        var answer = view.Party(owner.Party).Answer;
        var said = answer is null ? "" : $" by {answer.By} on {answer.At:yyyy-MM-dd}";
        console.WriteField(
            Word(owner.Standing), $"{owner.Name} ({owner.Party}){said}", colour: owner.Standing == OwnerStanding.Accepted ? "green" : "yellow");
        if (owner.Share is { } share) console.WriteField("", $"its part: {share}");
        if (owner.Authority is { } authority) console.WriteField("", $"may: {authority}");
        if (owner.ConsentOf is { } other) console.WriteField("", $"only with the consent of {other}");
        if (owner.Resources is { } with)
            console.WriteField("", $"with: {with.People} {(with.People == 1 ? "person" : "people")}, {with.Budget}, {with.ContactHours}");
    }

    private static string Word(OwnerStanding standing) => JsonNamingPolicy.KebabCaseLower.ConvertName(standing.ToString());
}
