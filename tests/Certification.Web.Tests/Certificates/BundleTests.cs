using System.Net;
using Certification.Domain.Certificates;
using Certification.Signing.Bundles;
using Certification.Signing.Trust;
using Certification.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Tests.Certificates;

public sealed class BundleTests(AuthorityFixture authority)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundle_holds_all_that_a_verifier_with_a_pinned_anchor_needs()
    {
        var sample = await PublishedSample.Publish(authority, 900_001);
        var bundle = await Get(sample);

        Assert.All(new object?[] { bundle.TrustList, bundle.StatusList, bundle.StatusRecord, bundle.LogProof, bundle.Rulebook }, Assert.NotNull);
        var verdict = BundleVerification.Verify(bundle, Policy(sample.Since.AddMinutes(1))).Verdict;
        Assert.Equal((VerificationOutcome.Valid, 0), (verdict.Outcome, verdict.Reasons.Count));
        Assert.NotNull(verdict.Checkpoint);
    }

    [Fact]
    public async Task A_bundle_from_before_a_withdrawal_and_one_from_after_it_tell_the_same_of_the_time_before()
    {
        var sample = await PublishedSample.Publish(authority, 900_002);
        var before = await Get(sample);
        await sample.Move(StatusMove.Withdraw, TimeSpan.FromHours(1), "withdrawal.safety");
        var after = await Get(sample);

        string? Code(CertificateBundle bundle, double hours) =>
            BundleVerification.Verify(bundle, Policy(sample.Since.AddHours(hours))).Verdict.Reasons.SingleOrDefault()?.Code;
        Assert.Equal([null, null], [Code(before, 0.5), Code(after, 0.5)]);
        Assert.Equal([null, "certificate.withdrawn"], [Code(before, 1.5), Code(after, 1.5)]);
        Assert.Equal(["status.stale", "certificate.withdrawn"], [Code(before, 30), Code(after, 30)]);
    }

    [Fact]
    public async Task A_proof_of_another_certificate_spoils_a_bundle_also_where_none_was_wanted()
    {
        var (one, other) = (await PublishedSample.Publish(authority, 900_003), await PublishedSample.Publish(authority, 900_004));
        var mixed = await Get(one) with { LogProof = (await Get(other)).LogProof };

        Assert.Equal("log.proof-invalid", BundleVerification.Verify(mixed, Policy(one.Since.AddMinutes(1))).Verdict.Reasons.Single().Code);
    }

    [Fact]
    public async Task A_verifier_who_wants_witnesses_of_the_trust_list_gets_no_yes_without_them()
    {
        var sample = await PublishedSample.Publish(authority, 900_005);
        var verdict = BundleVerification.Verify(await Get(sample), Policy(sample.Since.AddMinutes(1)) with { Witnesses = 9 }).Verdict;

        Assert.Equal("log.witnesses-missing", verdict.Reasons.Single().Code);
    }

    [Fact]
    public async Task Who_has_the_bundle_already_gets_304_until_something_in_it_changes()
    {
        var sample = await PublishedSample.Publish(authority, 900_006);
        var path = $"/v1/certificates/{sample.Number}/bundle";
        using var first = await authority.Anybody.GetAsync(path, Stop);
        await sample.Move(StatusMove.Suspend, TimeSpan.FromHours(1), "suspension.incident");
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var changed = await authority.Anybody.SendAsync(request, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { changed.Headers.ETag! } } };
        using var same = await authority.Anybody.SendAsync(again, Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (changed.StatusCode, same.StatusCode));
        Assert.Equal(CertificateBundle.MediaType, first.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("XA-2026-999999")]
    [InlineData("XA-2026-..")]
    public async Task What_is_not_published_has_no_bundle(string number)
    {
        using var answer = await authority.Anybody.GetAsync($"/v1/certificates/{number}/bundle", Stop);
        (await Reply.Of(answer)).IsProblem(404, "certificate.not-found");
    }

    private async Task<CertificateBundle> Get(PublishedSample sample) => CertificateBundle.Read(
        await authority.Anybody.GetByteArrayAsync($"/v1/certificates/{sample.Number}/bundle", Stop), out _)!;

    private BundlePolicy Policy(DateTimeOffset at) =>
        new(authority.Services.GetRequiredService<CurrentTrust>().Snapshot, null, null, at, TimeSpan.FromHours(24));
}
