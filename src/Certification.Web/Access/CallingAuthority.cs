using System.Reflection;
using System.Security.Claims;
using Certification.Domain;

namespace Certification.Web.Access;

/// <summary>The authority that calls, as its token says.</summary>
/// <param name="Code">Such as <c>XB</c>.</param>
/// <param name="CallId">Names this call; no two calls share it.</param>
public sealed record CallingAuthority(string Code, string CallId) : IBindableFromHttpContext<CallingAuthority>
{
    /// <summary>As audit entries name it.</summary>
    public Actor Actor => Actor.OfAuthority(Code);

    /// <inheritdoc/>
    public static ValueTask<CallingAuthority?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<CallingAuthority?>(new(
            context.User.FindFirstValue(Claims.Organisation) ?? "", context.User.FindFirstValue(Claims.Subject) ?? ""));
}
