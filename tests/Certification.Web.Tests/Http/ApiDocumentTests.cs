using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Certification.Web.Pages;
using Certification.Web.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Certification.Web.Tests.Http;

public sealed partial class ApiDocumentTests(AuthorityFixture authority)
{
    [Fact]
    public async Task Every_endpoint_of_the_API_is_in_the_document_with_its_answers()
    {
        var paths = await Paths();
        Assert.All(ApiEndpoints(), endpoint =>
        {
            var path = Parameter().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), "{$1}");
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            {
                var operation = paths[path]?[method.ToLowerInvariant()];
                Assert.True(operation is not null, $"{method} {path} is not in the document.");
                var answers = endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Select(answer => $"{answer.StatusCode}");
                Assert.Superset(answers.ToHashSet(), operation["responses"]!.AsObject().Select(answer => answer.Key).ToHashSet());
            }
        });
    }

    [Fact]
    public async Task The_document_has_no_endpoint_that_is_not_mapped()
    {
        var mapped = ApiEndpoints().Select(endpoint => Parameter().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), "{$1}")).ToHashSet();
        Assert.All((await Paths()).AsObject(), path => Assert.Contains(path.Key, mapped));
    }

    [Fact]
    public async Task A_changing_operation_documents_its_precondition()
    {
        var operation = (await Paths())["/v1/submissions/{id}/decision"]!["post"]!;
        Assert.Contains(operation["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "If-Match");
        Assert.Contains("application/json", operation["requestBody"]!["content"]!.AsObject().Select(content => content.Key));
    }

    private IEnumerable<RouteEndpoint> ApiEndpoints() => authority.Endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageMark>() is null && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null)
        .Where(endpoint => endpoint.RoutePattern.RawText is { } path && !path.StartsWith("/openapi", StringComparison.Ordinal) && path != "/test/fault");

    private async Task<JsonNode> Paths()
    {
        var text = await authority.Anybody.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonNode.Parse(text)!["paths"]!;
    }

    [GeneratedRegex(@"\{\**([a-zA-Z]+)(?::[^}]*)?\}")]
    private static partial Regex Parameter();
}
