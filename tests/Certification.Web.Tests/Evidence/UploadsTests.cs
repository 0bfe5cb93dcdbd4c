using System.Net;
using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Web.Evidence;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Evidence;

public sealed class UploadsTests(AuthorityFixture authority)
{
    private static readonly byte[] File = "# Model card\n\nLetters only.\n"u8.ToArray();
    private readonly Person _applicant = Person.New(authority, "applicant");

    [Fact]
    public async Task A_declared_file_is_uploaded_in_blocks_and_sealed()
    {
        var (id, declared) = await Declare(File);
        await Upload(declared.Upload, File[..10], File[10..]);
        var sealedView = (await Seal(id, declared.Id)).Is(HttpStatusCode.OK);
        Assert.NotNull((string?)sealedView.Json["evidence"]![0]!["sealedAt"]);
    }

    [Fact]
    public async Task Content_with_another_digest_is_refused_and_stays_unsealed()
    {
        var (id, declared) = await Declare(File);
        var other = File.ToArray();
        other[0] ^= 1;
        await Upload(declared.Upload, other);
        (await Seal(id, declared.Id)).IsProblem(422, "evidence.digest-differs");
        Assert.Null((await _applicant.Get($"/v1/submissions/{id}")).Json["evidence"]![0]!["sealedAt"]);
    }

    [Fact]
    public async Task A_truncated_upload_is_refused()
    {
        var (id, declared) = await Declare(File);
        await Upload(declared.Upload, File[..10]);
        (await Seal(id, declared.Id)).IsProblem(422, "evidence.size-differs");
    }

    [Fact]
    public async Task A_refused_upload_may_be_repeated_with_the_right_content()
    {
        var (id, declared) = await Declare(File);
        await Upload(declared.Upload, File[..10]);
        await Seal(id, declared.Id);
        var renewed = (await _applicant.Post($"/v1/submissions/{id}/evidence/{declared.Id}/upload")).Is(HttpStatusCode.OK).Read<UploadTicket>();
        await Upload(renewed, File);
        (await Seal(id, declared.Id)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sealing_before_the_upload_is_out_of_step()
    {
        var (id, declared) = await Declare(File);
        (await Seal(id, declared.Id)).IsProblem(409, "evidence.upload-missing");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_a_byte_is_sent()
    {
        var id = await Open();
        var body = Declaration("card.md", File) with { Size = 1_000_001 };
        (await _applicant.Post($"/v1/submissions/{id}/evidence", body, key: "k")).IsProblem(413, "evidence.too-large");
        Assert.Empty((await _applicant.Get($"/v1/submissions/{id}")).Json["evidence"]!.AsArray());
    }

    [Fact]
    public async Task Evidence_that_was_not_declared_cannot_be_sealed()
    {
        var id = await Open();
        (await Seal(id, "e-000000000000")).IsProblem(404, "evidence.not-found");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\boot.ini")]
    [InlineData("/etc/passwd")]
    [InlineData("C:evil.exe")]
    [InlineData("..")]
    [InlineData("card\u0000.md")]
    [InlineData("card\u202egpj.exe")]
    [InlineData("")]
    public async Task Path_tricks_in_file_names_are_refused(string name)
    {
        var id = await Open();
        var reply = await _applicant.Post($"/v1/submissions/{id}/evidence", Declaration(name, File), key: "k");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.StartsWith("field.", reply.Code, StringComparison.Ordinal);
        Assert.All(reply.Json["errors"]!.AsArray(), place => Assert.Equal("/fileName", (string?)place!["pointer"]));
    }

    [Theory]
    [InlineData("/public/certificates/..%2f..%2fkeys")]
    [InlineData("/public/certificates/%2e%2e/evidence")]
    [InlineData("/public/evidence/x")]
    [InlineData("/public/certificates//x")]
    [InlineData("/public/.hidden/x")]
    public async Task Path_tricks_reach_nothing_but_published_files(string path)
    {
        var reply = await _applicant.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
    }

    [Theory]
    [InlineData("/v1/submissions/..%2f..%2fx")]
    [InlineData("/v1/submissions/a%23b")]
    [InlineData("/v1/certificates/XA-2026-000001%0a")]
    [InlineData("/v1/recognitions/%00")]
    public async Task Ids_that_we_never_gave_are_not_found(string path) =>
        Assert.Contains((await _applicant.Get(path)).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);

    private static EvidenceDeclaration Declaration(string name, byte[] file) => new(
        "model-card", name, file.Length, Sha256Digest.Of(file), Visibility.Public, "Acme Ltd", "first-party");

    private async Task<string> Open() => (string)(await Sample.Open(_applicant)).Json["id"]!;

    private async Task<(string Id, DeclaredEvidence Declared)> Declare(byte[] file)
    {
        var id = await Open();
        var reply = await _applicant.Post($"/v1/submissions/{id}/evidence", Declaration("card.md", file), key: "k");
        return (id, reply.Is(HttpStatusCode.Created).Read<DeclaredEvidence>());
    }

    private async Task<Reply> Seal(string id, string evidenceId)
    {
        var etag = (await _applicant.Get($"/v1/submissions/{id}")).ETag;
        return await _applicant.Post($"/v1/submissions/{id}/evidence/{evidenceId}/seal", ifMatch: etag);
    }

    /// <summary>As any client does it: Put Block for each part, then Put Block List.</summary>
    private static async Task Upload(UploadTicket ticket, params byte[][] blocks)
    {
        using var storage = new HttpClient();
        var ids = blocks.Select((_, index) => Convert.ToBase64String([(byte)index])).ToList();
        foreach (var (block, blockId) in blocks.Zip(ids))
        {
            await Put(storage, $"{ticket.Url}&comp=block&blockid={Uri.EscapeDataString(blockId)}", block);
        }
        var list = $"<BlockList>{string.Concat(ids.Select(blockId => $"<Latest>{blockId}</Latest>"))}</BlockList>";
        await Put(storage, $"{ticket.Url}&comp=blocklist", System.Text.Encoding.UTF8.GetBytes(list));
    }

    private static async Task Put(HttpClient storage, string url, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(content) };
        request.Headers.Add("x-ms-version", "2025-01-05");
        using var response = await storage.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
