using System.Text.Json;
using Certification.Domain.Certificates;
using Certification.Domain.Lifecycle;
using Certification.Storage.Outbox;
using Certification.Workflows.Outbox;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>How a change of status reaches the workflow that watches the certificate.</summary>
public static class StatusEvents
{
    /// <summary>The event for a record whose status has changed.</summary>
    /// <param name="operationId">Of the change; makes the event idempotent.</param>
    public static OutboxMessage Changed(CertificateRecord record, string operationId) => WorkflowOutbox.Raise(
        WorkflowNames.WatchId(record.Number.Text), WorkflowNames.StatusChanged, operationId,
        new StatusChanged(Word(record.Status!.Value)));

    /// <summary>The word that people and JSON use for a status.</summary>
    public static string Word(CertificateStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());
}
