using Certification.Engine.Leadership;
using Certification.Engine.Records;
using Xunit;

namespace Certification.Engine.Tests.Leadership;

public sealed class LeadershipTermTests
{
    [Fact]
    public void A_term_holds_after_its_lease_was_acquired() => new LeadershipTerm(TimeSpan.FromMinutes(1)).Demand();

    [Fact]
    public void A_term_that_was_not_renewed_in_time_may_not_write()
    {
        var term = new LeadershipTerm(TimeSpan.Zero);
        Assert.Throws<LeadershipLostException>(term.Demand);
    }

    [Fact]
    public void An_answer_that_comes_late_does_not_shorten_a_term()
    {
        var term = new LeadershipTerm(TimeSpan.FromMinutes(1));
        term.ProlongFrom(0);
        Assert.True(term.Holds);
    }

    [Fact]
    public void An_ended_term_is_not_revived_by_a_renewal()
    {
        var term = new LeadershipTerm(TimeSpan.FromMinutes(1));
        term.End();
        term.ProlongFrom(LeadershipTerm.Tick);
        Assert.False(term.Holds);
    }
}
