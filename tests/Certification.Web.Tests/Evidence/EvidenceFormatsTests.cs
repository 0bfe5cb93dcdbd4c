using System.Net;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Evidence;

public sealed class EvidenceFormatsTests(AuthorityFixture authority)
{
    private readonly Person _anybody = Person.New(authority, "applicant");

    [Fact]
    public async Task Every_format_of_our_own_has_a_schema()
    {
        var formats = (await _anybody.Get("/v1/evidence-formats")).Is(HttpStatusCode.OK).Json.AsArray().Select(format => (string)format!).ToList();
        Assert.Contains("oversight-drills", formats);
        foreach (var format in formats)
        {
            var schema = (await _anybody.Get($"/v1/evidence-formats/{format}")).Is(HttpStatusCode.OK);
            Assert.Equal($"urn:certification:format:{format}:1", (string?)schema.Json["$id"]);
        }
    }

    [Fact]
    public async Task A_format_of_others_has_none_here() =>
        (await _anybody.Get("/v1/evidence-formats/inspect-log")).IsProblem(404, "evidence-format.not-found");
}
