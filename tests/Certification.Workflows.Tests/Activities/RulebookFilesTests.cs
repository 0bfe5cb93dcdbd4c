using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Certification.Storage.Audit;
using Certification.Testing;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Workflows.Tests.Activities;

public sealed class RulebookFilesTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Later = SampleDraft.Day.AddDays(5);

    [Fact]
    public async Task A_case_keeps_the_text_under_which_its_dossier_was_sealed()
    {
        var (rulebooks, next) = await Adopted();
        var sealedBefore = DecidedCase.Submission() with { Rulebook = rulebooks.First.Reference() };

        Assert.Equal(next.Reference(), (await rulebooks.InForceAt(Later, Stop)).Current.Reference());
        Assert.Equal(rulebooks.First.Reference(), (await rulebooks.Judging(sealedBefore, Stop)).Reference());
        Assert.Equal(next.Reference(), (await rulebooks.Judging(sealedBefore with { Rulebook = next.Reference() }, Stop)).Reference());
    }

    [Fact]
    public async Task A_case_from_before_cases_were_pinned_is_judged_by_what_the_authority_began_with()
    {
        var (rulebooks, _) = await Adopted();
        Assert.Equal(rulebooks.First.Reference(), (await rulebooks.Judging(DecidedCase.Submission(), Stop)).Reference());
    }

    [Fact]
    public async Task A_register_begins_once()
    {
        var (rulebooks, next) = await Adopted();
        var again = await rulebooks.Begin(Later, Stop);
        Assert.Equal(["xa-1.0.0", RulebookVersion.NameOf(next.Reference())], again.Versions.Select(version => version.Name));
    }

    /// <summary>XA with a second version, in force from <see cref="Later"/> on, read by a process that did not adopt it.</summary>
    private async Task<(RulebookFiles Reader, Rulebook Next)> Adopted()
    {
        using var keys = new SampleAuthority();
        var storage = await azurite.NewStorage();
        var authority = new IssuingAuthority(storage, keys, await keys.TrustAsync());
        var rulebooks = authority.Rulebooks;
        await rulebooks.Begin(SampleDraft.Day, Stop);
        var next = rulebooks.First with { Version = "1.1.0", EffectiveFrom = DateOnly.FromDateTime(Later.UtcDateTime) };
        await rulebooks.Seal(new RulebookPackage(RulebookLibrary.Floor, null, next), Stop);
        var version = new RulebookVersion(
            next.Reference(), RulebookLibrary.Floor.Reference(), SampleDraft.Day, RulebookTimeline.StartOf(next.EffectiveFrom), null, "rp-1", "Because.");
        var changed = await rulebooks.Change(
            "adopt", AuditEntry.Of(authority.Profile.Self, SampleDraft.Day, "rulebook.adopted", version),
            register => register with { Versions = [.. register.Versions, version] }, cancellation: Stop);
        Assert.True(changed.Succeeded);
        return (new RulebookFiles(authority.Subjects, storage, authority.Profile), next);
    }
}
