using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using CsCheck;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks.Governance;

public sealed class RulebookTimelineTests
{
    private static readonly RulebookVersion First = Version("1.0.0", effective: 0);

    [Fact]
    public void A_version_takes_over_at_the_instant_from_which_it_is_effective()
    {
        var next = Version("1.1.0", effective: 48);
        Assert.Equal("xa-1.0.0", InForce(Hour(48).AddTicks(-1), First, next));
        Assert.Equal("xa-1.1.0", InForce(Hour(48), First, next));
    }

    [Fact]
    public void An_emergency_version_lapses_at_its_sunset_and_the_one_before_is_in_force_again()
    {
        var emergency = Version("1.1.0", effective: 10, sunset: 20);
        Assert.Equal(
            ["xa-1.1.0", "xa-1.0.0"], new[] { Hour(20).AddTicks(-1), Hour(20) }.Select(at => InForce(at, First, emergency)));
    }

    [Fact]
    public void A_version_that_takes_effect_during_an_emergency_waits_for_its_end()
    {
        var announced = Version("1.1.0", effective: 15);
        var emergency = Version("1.2.0", effective: 10, sunset: 20);
        Assert.Equal(
            ["xa-1.0.0", "xa-1.2.0", "xa-1.2.0", "xa-1.1.0"],
            new[] { 9, 10, 16, 20 }.Select(hour => InForce(Hour(hour), First, announced, emergency)));
    }

    [Fact]
    public void Before_the_first_day_the_first_version_counts() => Assert.Equal("xa-1.0.0", InForce(Hour(-1000), First));

    [Fact]
    public void Each_version_has_one_standing_and_one_is_in_force() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40]).List[0, 6].Select(Gen.Int[-10, 120]).Sample((more, hour) =>
        {
            var versions = more.Select((version, index) =>
                Version($"1.{index + 1}.0", version.Item1, version.Item2 == 0 ? null : version.Item1 + version.Item2)).Prepend(First).ToList();
            var standings = versions.Select(version => RulebookTimeline.StandingOf(version, versions, Hour(hour))).ToList();
            return standings.Count(standing => standing == RulebookStanding.InForce) == 1
                && versions.Zip(standings).All(pair => pair.Second != RulebookStanding.Upcoming || pair.First.EffectiveFrom > Hour(hour));
        });

    private static string InForce(DateTimeOffset at, params RulebookVersion[] versions) => RulebookTimeline.InForceAt(versions, at).Name;

    private static DateTimeOffset Hour(int hour) => A.Monday.AddHours(hour);

    private static RulebookVersion Version(string version, int effective, int? sunset = null)
    {
        var reference = new RulebookReference("xa", version, Sha256Digest.Of("text"u8));
        return new(reference, reference, A.Monday, Hour(effective), sunset is { } end ? Hour(end) : null, null, "Because.");
    }
}
