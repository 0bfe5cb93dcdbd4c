using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Http;

/// <summary>Says in the OpenAPI document that an endpoint answers this status with a problem.</summary>
public sealed class ProblemResponse(int status) : IProducesResponseTypeMetadata
{
    /// <inheritdoc/>
    public Type Type => typeof(Problem);

    /// <inheritdoc/>
    public int StatusCode { get; } = status;

    /// <inheritdoc/>
    public IEnumerable<string> ContentTypes => [Problem.ContentType];
}

/// <summary>Reads well where endpoints are mapped.</summary>
public static class ProblemResponseExtensions
{
    /// <summary>Says that the endpoint may answer problems with these statuses.</summary>
    public static TBuilder AnswersProblems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            foreach (var status in statuses) endpoint.Metadata.Add(new ProblemResponse(status));
        });
        return builder;
    }
}
