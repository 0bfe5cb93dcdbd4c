using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Http;

/// <summary>Limits how often one address reads without a token.</summary>
public static class PublicReads
{
    /// <summary>Name of the rate limiting policy.</summary>
    public const string Policy = "public-reads";

    /// <summary>Adds the policy: a bucket of <paramref name="perMinute"/> requests an address, refilled evenly.</summary>
    public static IServiceCollection AddPublicReads(this IServiceCollection services, int perMinute) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, http => RateLimitPartition.GetTokenBucketLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
        options.OnRejected = async (rejected, _) =>
        {
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Ceiling(wait.TotalSeconds) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await ProblemAnswer.Of(
                StatusCodes.Status429TooManyRequests, "request.rate-limited",
                $"More than {perMinute} public reads a minute came from this address.",
                $"Try again in {seconds} s; certificates and status lists may be cached.").ExecuteAsync(rejected.HttpContext);
        };
    });

    /// <summary>Puts an endpoint or group under the limit.</summary>
    public static TBuilder LimitPublicReads<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.RequireRateLimiting(Policy).AnswersProblems(StatusCodes.Status429TooManyRequests);
}
