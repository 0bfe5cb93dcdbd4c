using System.Net;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Http;

public sealed class BodiesTests(AuthorityFixture authority)
{
    private readonly Person _applicant = Person.New(authority, "applicant");

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"a\":1,}")]
    [InlineData("[1] 2")]
    public async Task Malformed_JSON_is_refused_with_its_place(string body) =>
        (await Post(body)).IsProblem(400, "request.malformed-json");

    [Fact]
    public async Task JSON_that_is_too_deep_is_refused() =>
        (await Post(new string('[', 5_000))).IsProblem(400, "request.malformed-json");

    [Fact]
    public async Task A_misspelt_member_is_refused_and_named()
    {
        var body = Text().Replace("\"sector\"", "\"sektor\"", StringComparison.Ordinal);
        var reply = (await Post(body)).IsProblem(400, "request.unknown-member");
        Assert.Equal("/context/sektor", (string?)reply.Json["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task A_missing_member_is_refused_and_named()
    {
        var reply = (await Post("{\"capabilities\":[]}")).IsProblem(400, "request.missing-member");
        Assert.Contains(reply.Json["errors"]!.AsArray(), place => (string?)place!["pointer"] == "/system");
    }

    [Fact]
    public async Task A_value_of_another_type_is_refused_with_its_place()
    {
        var body = Text().Replace("\"hundreds\"", "7", StringComparison.Ordinal);
        var reply = (await Post(body)).IsProblem(400, "request.wrong-value");
        Assert.Equal("/context/scale", (string?)reply.Json["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Refusals_of_bodies_name_none_of_our_types() =>
        Assert.DoesNotContain("Certification.", (await Post("{\"system\":7}")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_body_over_the_limit_is_refused() =>
        (await Post(new string(' ', 1_100_000))).IsProblem(413, "request.too-large");

    [Fact]
    public async Task Another_media_type_is_refused() =>
        (await _applicant.SendText(HttpMethod.Post, "/v1/submissions", Text(), key: "k", type: "text/plain")).IsProblem(415, "request.media-type");

    [Fact]
    public async Task A_declaration_with_wrong_fields_lists_all_of_them()
    {
        var declaration = Sample.Declaration with { Capabilities = [], Parties = [] };
        var reply = (await _applicant.Post("/v1/submissions", declaration, key: "k")).IsProblem(422, "declaration.invalid");
        Assert.Equal(["/capabilities", "/parties"], reply.Json["errors"]!.AsArray().Select(place => (string?)place!["pointer"]));
    }

    [Fact]
    public async Task Nothing_is_stored_of_a_refused_body()
    {
        await Post("{");
        var list = (await _applicant.Get("/v1/submissions")).Is(HttpStatusCode.OK);
        Assert.Empty(list.Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData("<certificate")]
    [InlineData("not xml")]
    [InlineData("<Certificate xmlns=\"urn:certification:certificate:1\"><a></b></Certificate>")]
    public async Task Malformed_XML_is_refused(string body) =>
        (await _applicant.SendText(HttpMethod.Post, "/v1/verify", body, type: "application/xml")).IsProblem(400, "request.malformed-xml");

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "certificate.doctype-present")]
    [InlineData("<a/>", "certificate.root-unknown")]
    public async Task XML_that_is_no_certificate_is_invalid_with_its_reason(string body, string reason)
    {
        var reply = (await _applicant.SendText(HttpMethod.Post, "/v1/verify", body, type: "application/xml")).Is(HttpStatusCode.OK);
        Assert.Equal("invalid", (string?)reply.Json["outcome"]);
        Assert.Equal(reason, (string?)reply.Json["reasons"]![0]!["code"]);
    }

    private static string Text() => System.Text.Encoding.UTF8.GetString(Certification.Domain.DomainJson.Bytes(Sample.Declaration));

    private Task<Reply> Post(string body) => _applicant.SendText(HttpMethod.Post, "/v1/submissions", body, key: Guid.NewGuid().ToString());
}
