using Certification.Domain.Certificates;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Certificates;

public sealed class LintedDraftTests
{
    [Fact]
    public void A_draft_with_a_finding_is_not_let_through()
    {
        var passed = LintedDraft.TryPass(SampleDraft.Create() with { KnownLimitations = [] }, SampleDraft.Context, out var linted, out var findings);
        Assert.False(passed);
        Assert.Null(linted);
        Assert.Single(findings);
    }

    [Fact]
    public void The_digest_that_was_linted_takes_up_the_same_draft_in_a_later_step()
    {
        Assert.True(LintedDraft.TryPass(SampleDraft.Create(), SampleDraft.Context, out var linted, out _));
        var stored = DomainJson.Read<CertificateDraft>(DomainJson.Bytes(linted.Draft));
        Assert.Equal(linted.Digest, LintedDraft.Redeem(stored, linted.Digest).Digest);
    }

    [Fact]
    public void A_draft_changed_after_linting_is_not_taken_up()
    {
        Assert.True(LintedDraft.TryPass(SampleDraft.Create(), SampleDraft.Context, out var linted, out _));
        var changed = linted.Draft with { Restrictions = [] };
        Assert.Throws<InvalidOperationException>(() => LintedDraft.Redeem(changed, linted.Digest));
    }
}
