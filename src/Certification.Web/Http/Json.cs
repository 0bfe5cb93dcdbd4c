using System.Reflection;
using System.Text.Json;
using Certification.Domain;
using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Http;

/// <summary>A JSON body, read strictly: what is misspelt, missing or of another type is refused with its place.</summary>
public sealed class Json<T> : IBoundArgument, IBindableFromHttpContext<Json<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? _value;

    private Json(T? value, Problem? problem) => (_value, Problem) = (value, problem);

    /// <summary>The value that was sent.</summary>
    public T Value => _value ?? throw new InvalidOperationException("The body was refused; the filter answers before handlers run.");

    /// <summary>The value in canonical form, so that white space and the order of members do not make another request.</summary>
    public byte[] Canonical() => DomainJson.Bytes(Value);

    /// <inheritdoc/>
    public Problem? Problem { get; }

    /// <inheritdoc/>
    public static async ValueTask<Json<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var body = await RequestBody.Read(context.Request, RequestBody.MaxJsonBytes);
        if (body is null) return new(null, RequestBody.TooLarge(RequestBody.MaxJsonBytes));
        try
        {
            var value = JsonSerializer.Deserialize<T>(body, DomainJson.Strict);
            return value is null ? new(null, JsonFaults.Null()) : new(value, null);
        }
        catch (JsonException fault)
        {
            return new(null, JsonFaults.Explain(body, typeof(T), fault));
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
        builder.Metadata.Add(new ProblemResponse(StatusCodes.Status400BadRequest));
        builder.Metadata.Add(new ProblemResponse(StatusCodes.Status413PayloadTooLarge));
        builder.Metadata.Add(new ProblemResponse(StatusCodes.Status415UnsupportedMediaType));
    }
}
