using System.Xml;
using Certification.Domain;
using Certification.Storage;
using Certification.Web.Access;
using Certification.Web.Http;

namespace Certification.Web.Lifecycle;

/// <summary><c>/dev/*</c>: business time and tokens for developers. Mapped in Development only, answered on loopback only.</summary>
public static class DevelopmentResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var dev = api.MapGroup("/dev").AddEndpointFilter(LoopbackOnly);
        dev.MapGet("/time", (BusinessClock clock) => TypedResults.Ok(new BusinessTime(clock.GetUtcNow())))
            .WithSummary("Reads business time.").Produces<BusinessTime>();
        dev.MapPost("/time", Advance).WithSummary("Advances business time; it never goes back.")
            .Produces<BusinessTime>().AnswersProblems(422);
        dev.MapPost("/token", Issue).WithSummary("Issues a token of the local issuer.")
            .Produces<IssuedToken>().AnswersProblems(422);
    }

    private static async Task<IResult> Advance(Json<TimeBody> body, BusinessClock clock, CancellationToken cancellation)
    {
        var by = body.Value.By(clock.GetUtcNow());
        if (by is null)
        {
            return ProblemAnswer.From(new Refusal(
                RefusalKind.Invalid, "time.unclear", "Give either 'advance', an ISO 8601 duration such as P3D, or 'to', an instant.",
                "Send one of the two."));
        }
        // An instant that has passed already is a repeated request: time stands where it was asked to be, or later.
        if (by > TimeSpan.Zero) await clock.Advance(by.Value, cancellation);
        return TypedResults.Ok(new BusinessTime(clock.GetUtcNow()));
    }

    private static IResult Issue(Json<TokenBody> body, DevelopmentIssuer issuer)
    {
        var (role, name, organisation, minutes) = body.Value;
        if (!Roles.All.Contains(role) || string.IsNullOrWhiteSpace(name) || name.Length > 100 || minutes is < 1 or > 10_080)
        {
            return ProblemAnswer.From(new Refusal(
                RefusalKind.Invalid, "token.invalid",
                $"A role is one of {string.Join(", ", Roles.All)}; a name has 1 to 100 characters; minutes go from 1 to 10,080.",
                "Correct the body and ask again."));
        }
        // Without an organisation a person acts alone, so that no two names are taken for colleagues.
        return TypedResults.Ok(new IssuedToken(issuer.Issue(role, name, organisation ?? name, TimeSpan.FromMinutes(minutes ?? 60))));
    }

    private static ValueTask<object?> LoopbackOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = context.HttpContext.Connection.RemoteIpAddress;
        return caller is null || System.Net.IPAddress.IsLoopback(caller)
            ? next(context)
            : ValueTask.FromResult<object?>(ProblemAnswer.Of(
                404, "request.no-such-path", "Nothing is here.", "GET /openapi/v1.json lists the paths."));
    }
}

/// <summary>How far to advance.</summary>
/// <param name="Advance">ISO 8601 duration.</param>
/// <param name="To">Instant; one that has passed changes nothing.</param>
public sealed record TimeBody(string? Advance = null, DateTimeOffset? To = null)
{
    internal TimeSpan? By(DateTimeOffset now)
    {
        if (Advance is null == To is null) return null;
        if (To is { } to) return to - now;
        try
        {
            var by = XmlConvert.ToTimeSpan(Advance!);
            return by > TimeSpan.Zero && by < TimeSpan.FromDays(36_500) ? by : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>Business time.</summary>
public sealed record BusinessTime(DateTimeOffset Now);

/// <summary>For whom.</summary>
/// <param name="Organisation">The name itself when left out.</param>
/// <param name="Minutes">How long the token lives; 60 when left out.</param>
public sealed record TokenBody(string Role, string Name, string? Organisation = null, int? Minutes = null);

/// <summary>A bearer token.</summary>
public sealed record IssuedToken(string Token);
