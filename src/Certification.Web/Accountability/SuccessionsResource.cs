using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;

namespace Certification.Web.Accountability;

/// <summary><c>POST /v1/submissions/{id}/successions</c>: the applicant, or an officer, names who takes duties over. The
/// successor accepts by itself; until then the old owner answers, or nobody when it has left.</summary>
public static class SuccessionsResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/submissions/{id}/successions", Name).RequireRoles(Roles.Applicant, Roles.Officer)
            .WithSummary("Names a successor for duties of an accountable party.")
            .Produces<AccountabilityView>().AnswersProblems(404, 409, 422);

    private static async Task<IResult> Name(
        string id, IfMatch seen, Json<SuccessionBody> body, Caller caller, SubmissionCommands commands, AccountabilityViews views,
        CancellationToken cancellation)
    {
        var (who, sent) = (caller.As(Roles.Applicant, Roles.Officer), body.Value);
        if (FieldProblems.From("succession.invalid", DeclarationValidation.Validate(sent.Successor), "/successor") is { } invalid) return invalid;
        var text = $"{sent.Successor.Name} is named to take over {string.Join(", ", sent.Duties)} from {sent.From}.";
        var act = SubmissionAct.Under(
            seen, caller, who, id, "party.successor-named", new { text, sent.From, sent.Successor.Id, sent.Duties }, body.Canonical(),
            (submission, now) => submission.NameSuccessor(sent.From, sent.Successor, sent.Duties, who, now));
        act = act with { Messages = (_, after) => AccountabilityNews.Of(after, sent.Successor.Id, act.OperationId) };
        return await views.Answer(caller, await commands.Change(act, cancellation), cancellation);
    }
}

/// <summary>Who takes over what.</summary>
/// <param name="From">Id of the party that owns the duties.</param>
/// <param name="Duties">What passes, at most 50 codes.</param>
/// <param name="Successor">The successor as it will stand among the parties, with its mandates.</param>
public sealed record SuccessionBody(string From, IReadOnlyList<string> Duties, Party Successor);
