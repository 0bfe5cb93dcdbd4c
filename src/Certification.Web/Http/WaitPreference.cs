using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Http;

/// <summary><c>Prefer: wait=N</c> (RFC 7240 §4.3): how long the caller is willing to wait for work that goes on.</summary>
/// <param name="Time">At most <see cref="Longest"/>; zero when nothing was preferred.</param>
public sealed record WaitPreference(TimeSpan Time) : IBindableFromHttpContext<WaitPreference>, IEndpointParameterMetadataProvider
{
    /// <summary>Longer waits are cut: proxies give up on silent connections.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public static ValueTask<WaitPreference?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var wait = context.Request.Headers["Prefer"]
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            .FirstOrDefault(value => value.StartsWith("wait=", StringComparison.OrdinalIgnoreCase));
        // A preference that cannot be read is ignored (RFC 7240 §2).
        var seconds = wait is not null && int.TryParse(wait[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? sent : 0;
        return ValueTask.FromResult<WaitPreference?>(new(TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds))));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new RequestHeader("Prefer", "wait=N: seconds to wait for the next step, at most 30.", Required: false));
}
