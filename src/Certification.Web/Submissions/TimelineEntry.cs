using System.Globalization;
using System.Text.Json;
using Certification.Storage.Audit;
using Certification.Web.Access;

namespace Certification.Web.Submissions;

/// <summary>One thing that happened in a case.</summary>
/// <param name="Code">What was done, such as <c>evidence.sealed</c>.</param>
/// <param name="Text">The same in words.</param>
public sealed record TimelineEntry(DateTimeOffset At, TimelineActor Who, string Code, string Text)
{
    /// <summary>An audit record as this caller may see it: applicants see roles, not the persons at the authority, who are
    /// not to be approached about a case.</summary>
    public static TimelineEntry For(Caller caller, AuditRecord record)
    {
        var who = record.Who;
        var isOwn = string.Equals(who.Organisation, caller.Organisation, StringComparison.OrdinalIgnoreCase);
        var name = caller.IsOfAuthority || isOwn ? who.Subject : who.Role;
        return new TimelineEntry(
            DateTimeOffset.Parse(record.At, CultureInfo.InvariantCulture),
            new TimelineActor(name, who.Organisation, who.Role), record.Code, Sentence(record));
    }

    /// <summary>The sentence that the act wrote about itself, else its code as words: <c>review.reminded</c> becomes "Review reminded".</summary>
    private static string Sentence(AuditRecord record)
    {
        using var details = JsonDocument.Parse(record.DetailsJson);
        if (details.RootElement.ValueKind == JsonValueKind.Object
            && details.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            return text.GetString()!;
        }
        var words = record.Code.Replace('.', ' ').Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}

/// <summary>Who acted.</summary>
/// <param name="Subject">The person, or the role where the person is not shown.</param>
public sealed record TimelineActor(string Subject, string Organisation, string Role);
