using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows;
using Certification.Workflows.Port;

namespace Certification.Web.Recognition;

/// <summary>What an issuer tells us of its certificates: "please recognise this one", and "its status has changed".</summary>
public static class RecognitionRequestsResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/v1/federation/recognition-requests", Request).RequireAuthority()
            .WithSummary("Asks this authority to recognise a certificate of the calling authority.")
            .Produces(202).AnswersProblems(403, 409, 422);
        api.MapPost("/v1/federation/status-changes", TellStatus).RequireAuthority()
            .WithSummary("Tells this authority that the status of a certificate has changed; it looks for itself.")
            .Produces(202).AnswersProblems(403, 404, 409, 422);
    }

    private static async Task<IResult> Request(
        Json<RecognitionRequestBody> body, CallingAuthority caller, IWorkflowClient workflows, CancellationToken cancellation)
    {
        var (number, issuer) = (body.Value.Number, body.Value.Issuer);
        if ((NotTheirs(caller, number.Authority) ?? NotTheirs(caller, issuer)) is { } foreign) return ProblemAnswer.From(foreign);
        var instance = WorkflowNames.RecogniseId(number.Text);
        var started = await workflows.Start(
            WorkflowNames.RecogniseCertificate, instance, new RecogniseInput(number.Text, issuer), cancellation);
        return started == StartOutcome.Started
            ? Accepted(number)
            : Answer(await workflows.RaiseEvent(
                instance, WorkflowNames.StatusChanged, caller.CallId, new StatusChanged("asked-again"), cancellation), number);
    }

    private static async Task<IResult> TellStatus(
        Json<StatusNewsBody> body, CallingAuthority caller, IWorkflowClient workflows, CancellationToken cancellation)
    {
        var number = body.Value.Number;
        if (NotTheirs(caller, number.Authority) is { } foreign) return ProblemAnswer.From(foreign);
        // Only a doorbell: what the status is, this authority reads from the signed status list.
        var raised = await workflows.RaiseEvent(
            WorkflowNames.RecogniseId(number.Text), WorkflowNames.StatusChanged, caller.CallId,
            new StatusChanged(body.Value.Status), cancellation);
        return Answer(raised, number);
    }

    private static IResult Answer(RaiseOutcome outcome, CertificateNumber number) => outcome switch
    {
        RaiseOutcome.Recorded => Accepted(number),
        RaiseOutcome.NoSuchInstance => ProblemAnswer.From(RecognitionsResource.NotFound(number.Text)),
        _ => ProblemAnswer.From(new Refusal(
            RefusalKind.OutOfStep, "recognition.ended", $"The recognition of {number} has ended for good.",
            $"GET /v1/recognitions/{number} shows the last statement.")),
    };

    private static IResult Accepted(CertificateNumber number) => TypedResults.Accepted($"/v1/recognitions/{number}");

    private static Refusal? NotTheirs(CallingAuthority caller, string issuer) => caller.Code == issuer
        ? null
        : new(RefusalKind.Forbidden, "federation.not-the-issuer", $"{caller.Code} speaks of a certificate of {issuer}.",
            "Only the issuer of a certificate asks for its recognition and tells of its status.");
}

/// <summary>Asks for recognition.</summary>
/// <param name="Issuer">Code of the issuing authority; it is the caller.</param>
public sealed record RecognitionRequestBody(CertificateNumber Number, string Issuer);

/// <summary>Tells of a changed status.</summary>
/// <param name="Status">The new status as a word, at most 40 characters.</param>
public sealed record StatusNewsBody(CertificateNumber Number, string Status);
