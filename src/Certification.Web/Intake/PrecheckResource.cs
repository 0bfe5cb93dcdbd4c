using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Storage;
using Certification.Web.Access;
using Certification.Web.Evidence;
using Certification.Web.Http;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Intake;

/// <summary><c>POST /v1/precheck</c>: tier and exact gap list for a submission that nobody has filed. Stores nothing.</summary>
public static class PrecheckResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/precheck", Check).RequireRoles()
            .WithSummary("Says which tier a system would get and what its submission would lack; files nothing.")
            .Produces<PrecheckView>().AnswersProblems(422);

    private static async Task<IResult> Check(
        Json<PrecheckBody> body, Caller caller, RulebookFiles rulebooks, BusinessClock clock, CancellationToken cancellation)
    {
        var rulebook = (await rulebooks.InForceAt(clock.GetUtcNow(), cancellation)).Current;
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
        var (now, who) = (clock.GetUtcNow(), caller.As([.. caller.Roles]));
        IReadOnlyList<PartyAnswer> answers = PartyActs.ByHandingIn(declaration, who, now) is { } answer ? [answer] : [];
        var gaps = GapAnalysis.Gaps(rulebook, tier.Tier, declaration, items, answers, now);
        return TypedResults.Ok(new PrecheckView(tier.Tier, tier.Fired, TierSensitivity.Of(rulebook, declaration), gaps));
    }
}

/// <summary>What would be submitted.</summary>
public sealed record PrecheckBody(Declaration Declaration, IReadOnlyList<EvidenceDeclaration> Evidence);

/// <summary>What would become of it.</summary>
/// <param name="Fired">Rules that set the tier.</param>
/// <param name="Changes">What would change the tier.</param>
/// <param name="Gaps">What is missing, least effort first.</param>
public sealed record PrecheckView(RiskTier Tier, IReadOnlyList<FiredRule> Fired, IReadOnlyList<TierChange> Changes, IReadOnlyList<Gap> Gaps);
