using System.Globalization;
using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Lifecycle;
using Certification.Domain.Rulebooks;
using Certification.Storage.Lists;
using Certification.Storage.Outbox;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>The lists in which certificates are found: the public directory, and the days on which renewals come due.</summary>
public static class CertificateLists
{
    /// <summary>All certificates that are or were in force, newest first.</summary>
    public const string Directory = "certificates";

    /// <summary>By the UTC day on which the renewal comes due, such as <c>2027-01-31</c>.</summary>
    public const string Due = "renewals-due";

    /// <summary>By the number of an upstream certificate, the certificates of ours that rest on it.</summary>
    public const string Children = "upstream-children";

    /// <summary>What officers have to see to, the first that falls due in front.</summary>
    public const string Tasks = "officer-tasks";

    /// <summary>The partition of <see cref="Due"/> for a day.</summary>
    public static string DueOn(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a change of a record changes in the lists; nothing before the certificate is in force.</summary>
    public static IReadOnlyList<OutboxMessage> Messages(CertificateRecord record)
    {
        if (record is not { Status: { } status, Facts: { } facts }) return [];
        var row = new CertificateRow(
            record.Number, status, record.Since!.Value, facts.Holder, facts.SystemName, facts.SystemVersion, facts.Tier,
            facts.Sector, facts.NotBefore, facts.NotAfter, record.RenewalSubmission, facts.Lane);
        var due = DueOn(DateOnly.FromDateTime(facts.RenewalDue.UtcDateTime));
        return
        [
            IndexChange.Put(Directory, SubmissionLists.All, IndexChange.NewestFirst(facts.NotBefore, record.Number.Text), row),
            record.HasEnded || record.RenewalSubmission is not null
                ? IndexChange.Remove(Due, due, record.Number.Text)
                : IndexChange.Put(Due, due, record.Number.Text, row),
            .. facts.Upstream is { } upstream
                ? [record.HasEnded ? IndexChange.Remove(Children, upstream, record.Number.Text) : IndexChange.Put(Children, upstream, record.Number.Text, row)]
                : Array.Empty<OutboxMessage>(),
            .. (record.Tasks ?? []).Select(task => TaskChange(record.Number, facts, task)),
        ];
    }

    private static OutboxMessage TaskChange(CertificateNumber number, CertificateFacts facts, OfficerTask task)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{task.DueOn.UtcTicks:D19}-{number.Text}-{task.Id}");
        return task.IsOpen
            ? IndexChange.Put(Tasks, SubmissionLists.All, key, new TaskRow(number, facts.SystemName, task))
            : IndexChange.Remove(Tasks, SubmissionLists.All, key);
    }
}

/// <summary>One line of the officers' queue.</summary>
public sealed record TaskRow(CertificateNumber Number, string System, OfficerTask Task);

/// <summary>One line of the directory. Everything in it is public.</summary>
public sealed record CertificateRow(
    CertificateNumber Number, CertificateStatus Status, DateTimeOffset Since, string Holder, string System, string Version,
    RiskTier Tier, string Sector, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string? RenewalSubmission,
    ReviewLane Lane = ReviewLane.Assessed);
