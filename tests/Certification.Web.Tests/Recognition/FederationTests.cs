using System.Net.Http.Headers;
using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Federation;
using Certification.Signing.Keys;
using Certification.Web.Recognition;
using Certification.Web.Tests.Support;
using Certification.Workflows;
using Certification.Workflows.Port;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Tests.Recognition;

public sealed class FederationTests(AuthorityFixture authority)
{
    private static readonly CertificateNumber Number = CertificateNumber.Parse("XB-2026-000001");

    [Fact]
    public async Task An_authority_of_the_trust_list_is_let_in() =>
        (await Send("status-changes", new StatusNewsBody(Number, "withdrawn"), await Token())).IsProblem(404, "recognition.not-found");

    [Fact]
    public async Task A_persons_token_does_not_speak_for_an_authority()
    {
        var person = Person.New(authority, "officer");
        (await person.Post("/v1/federation/status-changes", new StatusNewsBody(Number, "withdrawn"))).IsProblem(401, "auth.token-invalid");
    }

    [Fact]
    public async Task A_token_is_good_once()
    {
        var token = await Token();
        await Send("status-changes", new StatusNewsBody(Number, "withdrawn"), token);
        (await Send("status-changes", new StatusNewsBody(Number, "withdrawn"), token)).IsProblem(401, "auth.token-invalid");
    }

    [Fact]
    public async Task A_token_for_another_authority_is_refused()
    {
        var token = await FederationToken.CreateAsync(
            "XB", "XC", "t-1", TimeProvider.System.GetUtcNow(), authority.Peer.Federation, TestContext.Current.CancellationToken);
        (await Send("status-changes", new StatusNewsBody(Number, "withdrawn"), token)).IsProblem(401, "auth.token-invalid");
    }

    [Fact]
    public async Task A_token_of_an_authority_that_nobody_trusts_is_refused()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"certification-{Guid.NewGuid():N}");
        using var stranger = KeyFolder.OpenOrCreate(folder, "XB", "Impostor", TimeProvider.System.GetUtcNow());
        var token = await FederationToken.CreateAsync("XB", "XA", "t-2", TimeProvider.System.GetUtcNow(), stranger.Federation, TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
        (await Send("status-changes", new StatusNewsBody(Number, "withdrawn"), token)).IsProblem(401, "auth.token-invalid");
    }

    [Fact]
    public async Task An_authority_speaks_of_its_own_certificates_only()
    {
        var foreign = CertificateNumber.Parse("XC-2026-000001");
        (await Send("status-changes", new StatusNewsBody(foreign, "valid"), await Token())).IsProblem(403, "federation.not-the-issuer");
        (await Send("recognition-requests", new RecognitionRequestBody(foreign, "XC"), await Token())).IsProblem(403, "federation.not-the-issuer");
    }

    [Fact]
    public async Task An_event_to_a_recognition_that_has_ended_is_refused()
    {
        var number = CertificateNumber.Parse("XB-2026-000777");
        var workflows = authority.Services.GetRequiredService<IWorkflowClient>();
        var instance = WorkflowNames.RecogniseId(number.Text);
        await workflows.Start(
            WorkflowNames.RecogniseCertificate, instance, new RecogniseInput(number.Text, "XB"), TestContext.Current.CancellationToken);
        await workflows.Terminate(instance, "ended by the test", TestContext.Current.CancellationToken);
        while ((await workflows.Query(instance, TestContext.Current.CancellationToken))!.Status == WorkflowStatus.Running)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        (await Send("status-changes", new StatusNewsBody(number, "withdrawn"), await Token())).IsProblem(409, "recognition.ended");
    }

    [Fact]
    public async Task A_statement_that_is_no_signed_document_is_refused()
    {
        using var content = new StringContent("not.a.statement", Encoding.ASCII, new MediaTypeHeaderValue(RecognitionStatements.MediaType));
        (await SendContent("statements", content, await Token())).IsProblem(422, "statement.malformed");
    }

    private ValueTask<string> Token() => FederationToken.CreateAsync(
        "XB", "XA", Guid.NewGuid().ToString("N"), TimeProvider.System.GetUtcNow(), authority.Peer.Federation,
        TestContext.Current.CancellationToken);

    private async Task<Reply> Send<T>(string path, T body, string token)
    {
        using var content = new ByteArrayContent(DomainJson.Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await SendContent(path, content, token);
    }

    private async Task<Reply> SendContent(string path, HttpContent content, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/federation/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await authority.Anybody.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }
}
