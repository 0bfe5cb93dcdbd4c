using System.Globalization;
using Certification.Domain.Intake;
using Certification.Domain.Lifecycle;
using Certification.Domain.Submissions;
using Certification.Storage.Lists;
using Certification.Storage.Outbox;

namespace Certification.Workflows.Activities.Submissions;

/// <summary>The lists in which people find submissions: an organisation's own, the queue of each step, what was escalated,
/// and the refusal register.</summary>
public static class SubmissionLists
{
    /// <summary>By organisation, newest first.</summary>
    public const string Own = "submissions";

    /// <summary>By step, the one that was opened first in front.</summary>
    public const string Queue = "cases";

    /// <summary>All that was escalated and is not done.</summary>
    public const string Escalations = "escalations";

    /// <summary>All refused systems, newest first.</summary>
    public const string Refusals = "refusals";

    /// <summary>What decided cases cost, by tier.</summary>
    public const string Effort = "effort";

    /// <summary>The partition of <see cref="Effort"/> for a tier.</summary>
    public static string EffortPartition(RiskTier tier) => tier.ToString().ToLowerInvariant();

    /// <summary>The partition of lists that are not divided.</summary>
    public const string All = "all";

    /// <summary>What a change of a submission changes in the lists.</summary>
    public static IReadOnlyList<OutboxMessage> Messages(Submission? before, Submission after, DateTimeOffset at)
    {
        var row = SubmissionRow.Of(after, at);
        var messages = new List<OutboxMessage>
        {
            IndexChange.Put(Own, OwnPartition(after.Applicant.Organisation), IndexChange.NewestFirst(after.OpenedAt, after.Id), row),
        };
        if (before is not null && before.Status != after.Status)
        {
            messages.Add(IndexChange.Remove(Queue, Submission.Word(before.Status), QueueKey(before)));
            messages.Add(IndexChange.Remove(Escalations, All, after.Id));
        }
        if (!SubmissionMoves.IsFinal(after.Status))
        {
            messages.Add(IndexChange.Put(Queue, Submission.Word(after.Status), QueueKey(after), row));
        }
        if (EffortRow.Of(after) is { } effort)
        {
            messages.Add(IndexChange.Put(Effort, EffortPartition(effort.Tier), after.Id, effort));
        }
        return messages;
    }

    /// <summary>Puts a case before the officers until it moves on.</summary>
    public static OutboxMessage Escalated(Submission submission, DateTimeOffset at) =>
        IndexChange.Put(Escalations, All, submission.Id, SubmissionRow.Of(submission, at));

    /// <summary>Enters a refusal.</summary>
    public static OutboxMessage Refused(RefusalEntry entry) =>
        IndexChange.Put(Refusals, All, IndexChange.NewestFirst(entry.At, entry.SubmissionId), entry);

    /// <summary>The partition of an organisation's own submissions; names differ in case as little as organisations do.</summary>
    public static string OwnPartition(string organisation) => organisation.ToLowerInvariant();

    private static string QueueKey(Submission submission) =>
        string.Create(CultureInfo.InvariantCulture, $"{submission.OpenedAt.UtcTicks:D19}-{submission.Id}");
}

/// <summary>One line of a list of submissions.</summary>
public sealed record SubmissionRow(
    string Id, string System, string Version, string Organisation, SubmissionStatus Status, RiskTier? Tier,
    DateTimeOffset? Deadline, DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The line for a submission as it stands.</summary>
    public static SubmissionRow Of(Submission submission, DateTimeOffset at) => new(
        submission.Id, submission.Declaration.System.Name, submission.Declaration.System.Version,
        submission.Applicant.Organisation, submission.Status, submission.Classification?.Tier,
        submission.Deadline, submission.OpenedAt, at);
}
