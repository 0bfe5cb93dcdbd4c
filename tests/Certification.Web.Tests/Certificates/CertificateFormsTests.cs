using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Certification.Web.Certificates;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Certificates;

/// <summary>One statement in several forms: chosen by Accept, and verified alike.</summary>
public sealed class CertificateFormsTests(AuthorityFixture authority)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/vc+jwt", "application/vc+jwt")]
    [InlineData("application/xml", "application/xml")]
    [InlineData("text/html;q=0.9, application/vc+jwt;q=0.5, application/xml;q=0.4", "application/vc+jwt")]
    [InlineData("application/xml, */*;q=0.1", "application/xml")]
    public async Task The_form_is_the_one_that_the_reader_prefers(string accept, string form)
    {
        var sample = await PublishedSample.Publish(authority, 910_001 + Math.Abs(accept.Length));
        using var answer = await Get(sample, accept);
        Assert.Equal((HttpStatusCode.OK, form), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Accept", answer.Headers.Vary);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("application/json;q=0, application/vc+jwt;q=0, application/xml;q=0")]
    public async Task A_form_that_there_is_not_is_406_with_those_that_there_are(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/certificates/XA-2026-000001") { Headers = { { "Accept", accept } } };
        using var answer = await authority.Anybody.SendAsync(request, Stop);
        var reply = (await Reply.Of(answer)).IsProblem(406, "request.not-acceptable");
        Assert.Contains("application/vc+jwt", (string?)reply.Json["nextStep"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task XML_credential_and_bundle_are_verified_to_the_same_certificate()
    {
        var sample = await PublishedSample.Publish(authority, 910_100);
        var verdicts = new List<Reply>();
        foreach (var (path, type) in new[]
        {
            ($"/public/certificates/{sample.Number}.xml", "application/xml"),
            ($"/public/certificates/{sample.Number}.vc.jwt", "application/vc+jwt"),
            ($"/v1/certificates/{sample.Number}/bundle", "application/certification-bundle+json"),
        })
        {
            verdicts.Add((await Verify(await authority.Anybody.GetByteArrayAsync(path, Stop), type)).Is(HttpStatusCode.OK));
        }
        Assert.All(verdicts, verdict => Assert.Equal("valid", (string?)verdict.Json["outcome"]));
        Assert.Single(verdicts.Select(verdict => (string?)verdict.Json["certificateDigest"]).Distinct());
        Assert.All(verdicts, verdict => Assert.NotNull(verdict.Json["checkpoint"]));
    }

    [Fact]
    public async Task A_forged_credential_is_invalid_and_a_broken_bundle_no_request()
    {
        var sample = await PublishedSample.Publish(authority, 910_101);
        var credential = await authority.Anybody.GetStringAsync($"/public/certificates/{sample.Number}.vc.jwt", Stop);
        var forged = (await Verify(Encoding.ASCII.GetBytes(credential[..^4] + "AAAA"), "application/vc+jwt")).Is(HttpStatusCode.OK);
        Assert.Equal("credential.signature-invalid", (string?)forged.Json["reasons"]![0]!["code"]);
        (await Verify("{\"format\":\"other\"}"u8.ToArray(), "application/json")).IsProblem(400, "bundle.malformed");
    }

    [Fact]
    public async Task A_document_over_the_limit_is_413() =>
        (await Verify(new byte[(4 * 1024 * 1024) + 1], "application/xml")).IsProblem(413, "request.too-large");

    [Fact]
    public async Task Context_and_schema_of_credentials_are_published_and_never_change()
    {
        foreach (var (path, type) in new[] { ("schema/credential-1.jsonld", "application/ld+json"), ("schema/credential-1.schema.json", "application/schema+json") })
        {
            using var answer = await authority.Anybody.GetAsync($"/public/{path}", Stop);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.True(PublicPaths.NeverChanges(path));
        }
    }

    private Task<HttpResponseMessage> Get(PublishedSample sample, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/certificates/{sample.Number}") { Headers = { { "Accept", accept } } };
        return authority.Anybody.SendAsync(request, Stop);
    }

    private async Task<Reply> Verify(byte[] file, string type)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var answer = await authority.Anybody.PostAsync("/v1/verify", content, Stop);
        return await Reply.Of(answer);
    }
}
