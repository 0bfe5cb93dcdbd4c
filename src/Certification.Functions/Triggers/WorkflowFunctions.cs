using System.Text.Json;
using Certification.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Certification.Functions.Triggers;

/// <summary>One function a workflow, named as the workflow is in histories.</summary>
public sealed class WorkflowFunctions(DurableWorkflows workflows)
{
    [Function("certify-system")]
    public Task<JsonElement> CertifySystem([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("review-dossier")]
    public Task<JsonElement> ReviewDossier([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("seek-recognition")]
    public Task<JsonElement> SeekRecognition([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("recognise-certificate")]
    public Task<JsonElement> RecogniseCertificate([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("watch-certificate")]
    public Task<JsonElement> WatchCertificate([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("restore-accountability")]
    public Task<JsonElement> RestoreAccountability([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("sweep-certificates")]
    public Task<JsonElement> SweepCertificates([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);
}
