using System.Reflection;
using System.Security.Claims;
using Certification.Domain;
using Certification.Domain.Submissions;

namespace Certification.Web.Access;

/// <summary>Who calls, as the token says. What stands in a body never changes who somebody is.</summary>
/// <param name="Issuer">The token's <c>iss</c>.</param>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="Organisation">The token's <c>org</c>.</param>
/// <param name="Roles">The token's <c>roles</c>.</param>
public sealed record Caller(string Issuer, string Subject, string Organisation, IReadOnlyList<string> Roles)
    : IBindableFromHttpContext<Caller>
{
    /// <summary>True when the caller works for this authority on cases.</summary>
    public bool IsOfAuthority => Access.Roles.OfAuthority.Any(Roles.Contains);

    /// <summary>The caller acting in the first of these roles that it has.</summary>
    /// <exception cref="InvalidOperationException">It has none of them: the endpoint's policy lets in more roles than its handler knows.</exception>
    public Actor As(params string[] roles) => new(Issuer, Subject, Organisation, roles.First(Roles.Contains));

    /// <summary>True when the caller may know that a submission exists: its own organisation's, or, for the authority's people,
    /// any that was handed in.</summary>
    public bool MaySee(Submission submission) =>
        MayChange(submission) || (IsOfAuthority && submission.Status != SubmissionStatus.Draft);

    /// <summary>True when the caller speaks for an accountable party of a submission: it sees who answers for what, and no more.</summary>
    public bool SpeaksForAParty(Submission submission) => submission.Declaration.Parties.Any(
        party => party.IsActedForBy(new Actor(Issuer, Subject, Organisation, Access.Roles.Party)));

    /// <summary>True when the caller may act as the applicant of this submission.</summary>
    public bool MayChange(Submission submission) =>
        Roles.Contains(Access.Roles.Applicant)
        && submission.Applicant.IsOfSameOrganisationAs(new Actor(Issuer, Subject, Organisation, Access.Roles.Applicant));

    /// <summary>How much of a case the caller sees: the applicant's people and the persons named in the case everything, the
    /// authority's other people what is not confidential.</summary>
    public Visibility AudienceOf(Submission submission) =>
        MayChange(submission) || IsNamedIn(submission) ? Visibility.Confidential
        : IsOfAuthority || Roles.Contains(Access.Roles.Regulator) ? Visibility.Authority
        : Visibility.Public;

    private bool IsNamedIn(Submission submission)
    {
        var self = new Actor(Issuer, Subject, Organisation, "");
        return IsOfAuthority && (submission.Review.Assignments.Any(assignment => assignment.Assessor.IsSamePersonAs(self))
            || submission.Decision?.Decider.IsSamePersonAs(self) is true);
    }

    /// <summary>The caller of a request that authorisation has let through.</summary>
    public static Caller Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(Claims.Issuer) ?? "",
        user.FindFirstValue(Claims.Subject) ?? "",
        user.FindFirstValue(Claims.Organisation) ?? "",
        [.. user.FindAll(Claims.Roles).Select(claim => claim.Value)]);

    /// <inheritdoc/>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(Of(context.User));
}

/// <summary>Names of the claims that are read, as they stand in the token.</summary>
public static class Claims
{
    /// <summary>Who issued the token.</summary>
    public const string Issuer = "iss";

    /// <summary>The person, unique within the issuer.</summary>
    public const string Subject = "sub";

    /// <summary>The organisation that the person acts for.</summary>
    public const string Organisation = "org";

    /// <summary>What the person may do.</summary>
    public const string Roles = "roles";
}
