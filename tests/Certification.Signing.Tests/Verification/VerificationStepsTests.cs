using System.Text;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Verification;

public sealed class VerificationStepsTests(SignedSample signed) : IClassFixture<SignedSample>
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);

    [Fact]
    public async Task Of_a_valid_certificate_every_step_that_was_asked_proved_something()
    {
        var result = await Verify();
        Assert.Equal(VerificationOutcome.Valid, result.Verdict.Outcome);
        Assert.Equal(
            [StepName.Form, StepName.Signature, StepName.Issuer, StepName.TrustList, StepName.Validity, StepName.Status],
            Named(result, StepOutcome.Proved));
        Assert.Equal([StepName.StatusRecord, StepName.Log, StepName.TimeStamp], Named(result, StepOutcome.NotAsked));
    }

    [Theory]
    [InlineData("60/min", "61/min", StepName.Signature)]
    [InlineData("<Holder>", "<!-- --><Holder>", StepName.Form)]
    public async Task A_forged_file_fails_at_one_step_and_the_rest_is_not_asked(string old, string replacement, StepName step)
    {
        var result = await Verify(signed.Text.Replace(old, replacement));
        Assert.Equal([step], Named(result, StepOutcome.Failed));
        Assert.DoesNotContain(result.Steps(), later => later.Name > step && later.Outcome != StepOutcome.NotAsked);
        Assert.Null(result.Evidence());
    }

    [Fact]
    public async Task The_verdicts_reason_is_that_of_a_step()
    {
        foreach (var entry in Enum.GetValues<StatusEntry>().Except([StatusEntry.Valid]))
        {
            var result = await Verify(status: await signed.Xa.StatusAsync(entry));
            var step = Assert.Single(result.Steps(), step => step.Code is not null);
            Assert.Equal((StepName.Status, result.Verdict.Reasons[0].Code), (step.Name, step.Code));
            Assert.Equal(entry, result.Evidence()?.Entry);
        }
    }

    [Fact]
    public async Task Several_steps_tell_what_each_of_them_found_though_the_verdict_names_the_first()
    {
        var result = await Verify(status: await signed.Xa.StatusAsync(StatusEntry.Suspended), at: SampleDraft.Day.AddDays(400));
        Assert.Equal("certificate.expired", result.Verdict.Reasons.Single().Code);
        Assert.Equal(["trust.stale", "certificate.expired", "status.stale"], result.Steps().Select(step => step.Code).OfType<string>());
    }

    [Fact]
    public async Task The_chain_names_anchor_key_and_certificate()
    {
        var result = await Verify();
        var facts = result.Steps().Single(step => step.Name == StepName.Issuer).Facts.ToDictionary(fact => fact.Name, fact => fact.Value);
        Assert.Equal(Certification.Signing.Keys.VerificationKey.ThumbprintOf(signed.Xa.Keys.Root.Certificate).Hex, facts["anchor"]);
        Assert.Equal(signed.Xa.Keys.Issuing.Certificate.Subject, facts["key"]);
        Assert.Equal("2026-03-02 08:59:00 UTC", facts["signed at"]);
    }

    private async Task<VerificationResult> Verify(string? text = null, string? status = null, DateTimeOffset? at = null) => CertificateVerification.Verify(
        Encoding.UTF8.GetBytes(text ?? signed.Text),
        new(await signed.Xa.TrustAsync(), status ?? await signed.Xa.StatusAsync(), at ?? Asked, TimeSpan.FromHours(24)));

    private static IEnumerable<StepName> Named(VerificationResult result, StepOutcome outcome) =>
        result.Steps().Where(step => step.Outcome == outcome).Select(step => step.Name);
}
