using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Storage;
using Certification.Web.Access;
using Certification.Web.Evidence;
using Certification.Web.Http;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Intake;

/// <summary><c>POST /v1/precheck</c>: tier and exact gap list for a submission that nobody has filed. Stores nothing.</summary>
public static class PrecheckResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/precheck", Check).LimitPublicReads()
            .WithSummary("Says which tier and lane a system would get and what its submission would lack; needs no token and files nothing.")
            .Produces<PrecheckView>().AnswersProblems(422);

    private static async Task<IResult> Check(
        Json<PrecheckBody> body, Caller caller, RulebookFiles rulebooks, UpstreamCertificates upstreams, BusinessClock clock, CancellationToken cancellation)
    {
        var inForce = await rulebooks.InForceAt(clock.GetUtcNow(), cancellation);
        var rulebook = inForce.Current;
        var declaration = body.Value.Declaration;
        if (FieldProblems.From("declaration.invalid", DeclarationValidation.Validate(declaration), "/declaration") is { } invalid)
        {
            return invalid;
        }
        var items = body.Value.Evidence.Select((file, index) => file.ToItem($"e-{index}")).ToList();
        var faults = items.SelectMany((item, index) => EvidenceItemValidation.Validate(rulebook, item)
            .Select(fault => fault with { Pointer = $"/{index}{fault.Pointer}" })).ToList();
        if (FieldProblems.From("evidence.invalid", faults, "/evidence") is { } unfit) return unfit;
        var tier = TierClassifier.Classify(rulebook, declaration);
        var now = clock.GetUtcNow();
        IReadOnlyList<PartyAnswer> answers = PartyActs.ByHandingIn(declaration, Asking(caller, declaration), now) is { } answer ? [answer] : [];
        var upstream = await upstreams.Find(declaration, inForce, now, cancellation);
        var gaps = GapAnalysis.Gaps(rulebook, tier.Tier, declaration, items, [], answers, now, upstream);
        var inherited = Inheritance.Of(rulebook, tier.Tier, declaration, items, upstream, now).Covered;
        return TypedResults.Ok(PrecheckView.Of(rulebook, tier, declaration, gaps, inherited));
    }

    // Without a token, whoever asks is taken for the sole party of the declaration: it is the one that would hand in.
    private static Actor Asking(Caller caller, Declaration declaration) => caller.Roles.Count > 0
        ? caller.As([.. caller.Roles])
        : new Actor("", "", declaration.Parties[0].Organisation ?? declaration.Parties[0].Name, Roles.Applicant);
}

/// <summary>What would be submitted.</summary>
public sealed record PrecheckBody(Declaration Declaration, IReadOnlyList<EvidenceDeclaration> Evidence);
