using Certification.Domain;
using Certification.Domain.Certificates;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Certification.Web.Http;

/// <summary>The OpenAPI document, made from the endpoints themselves, with what the framework cannot see by itself.</summary>
public static class ApiDocument
{
    /// <summary>Adds the document <c>v1</c>.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Certification";
            document.Info.Version = "v1";
            document.Info.Description = "Certifies AI systems and recognises other authorities' certificates.";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(AddHeaders);
        options.AddSchemaTransformer(DescribeValues);
    });

    private static Task AddHeaders(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var header in context.Description.ActionDescriptor.EndpointMetadata.OfType<RequestHeader>())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = header.Name, In = ParameterLocation.Header, Description = header.Description, Required = header.Required,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
        return Task.CompletedTask;
    }

    /// <summary>Values that write themselves as one string.</summary>
    private static Task DescribeValues(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var pattern = context.JsonTypeInfo.Type switch
        {
            var type when type == typeof(Sha256Digest) || type == typeof(Sha256Digest?) => "^[0-9a-f]{64}$",
            var type when type == typeof(CertificateNumber) || type == typeof(CertificateNumber?) => "^[A-Z]{2}-[2-9][0-9]{3}-[0-9]{6}$",
            _ => null,
        };
        if (pattern is null) return Task.CompletedTask;
        schema.Type = JsonSchemaType.String;
        schema.Pattern = pattern;
        return Task.CompletedTask;
    }
}
