using System.Net;
using System.Net.Http.Headers;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Web.Certificates;
using Certification.Web.Tests.Support;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Tests.Http;

/// <summary>Status lists as static files: two forms under one name, tagged, kept by caches as long as they may be.</summary>
public sealed class StatusFilesTests(AuthorityFixture authority)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, StatusListToken.MediaType)]
    [InlineData("*/*", StatusListToken.MediaType)]
    [InlineData("application/statuslist+jwt, application/statuslist+cwt;q=0.5", StatusListToken.MediaType)]
    [InlineData("application/statuslist+cwt", StatusListCwt.MediaType)]
    [InlineData("application/statuslist+cwt, application/statuslist+jwt;q=0.5", StatusListCwt.MediaType)]
    public async Task The_form_is_the_one_that_the_reader_names(string? accept, string form)
    {
        await Publish(70);
        using var answer = await Get("/public/status/70.jwt", accept);

        Assert.Equal((HttpStatusCode.OK, form), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task The_binary_form_has_a_name_of_its_own_for_hosts_that_only_keep_files()
    {
        await Publish(71);
        using var answer = await Get("/public/status/71.cwt", null);

        Assert.Equal(StatusListCwt.MediaType, answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Who_has_the_list_already_gets_304_until_it_changes()
    {
        await Publish(72);
        using var first = await Get("/public/status/72.jwt", null);
        using var same = await Get("/public/status/72.jwt", null, first.Headers.ETag);
        await Publish(72);
        using var later = await Get("/public/status/72.jwt", null, first.Headers.ETag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, later.StatusCode));
        Assert.Equal(TimeSpan.FromMinutes(1), first.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task The_list_of_a_day_and_the_record_of_a_step_never_change()
    {
        Assert.True(PublicPaths.NeverChanges("status/1-2026-03-03.jwt"));
        Assert.True(PublicPaths.NeverChanges("status-records/XA-2026-000123-2.jwt"));
        Assert.True(PublicPaths.NeverChanges("status-records/XA-2026-000123-2.tlog-proof"));
        Assert.False(PublicPaths.NeverChanges("status/1.jwt"));
        Assert.False(PublicPaths.NeverChanges("status/1.cwt"));
        Assert.False(PublicPaths.NeverChanges("status-records/XA-2026-000123.jwt"));
        await Publish(73);
        using var kept = await Get($"/public/{StatusPaths.OfDay("status/73.jwt", TimeProvider.System.GetUtcNow())}", null);
        Assert.Contains(kept.Headers.CacheControl!.Extensions, extension => extension.Name == "immutable");
    }

    private Task Publish(int list) => authority.Services.GetRequiredService<StatusListPublisher>().Publish(
        new StatusPointer(authority.Services.GetRequiredService<AuthorityProfile>().StatusListUri(list), 5), CertificateStatus.Suspended, Stop);

    private async Task<HttpResponseMessage> Get(string path, string? accept, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await authority.Anybody.SendAsync(request, Stop);
    }
}
