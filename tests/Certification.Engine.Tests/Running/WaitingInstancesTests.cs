using Certification.Engine.Running;
using CsCheck;
using Xunit;

namespace Certification.Engine.Tests.Running;

public sealed class WaitingInstancesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_due_instance_is_named_once_until_it_is_set_again()
    {
        var waiting = new WaitingInstances();
        waiting.Set("a", Noon, tail: 3);
        Assert.Equal(["a"], waiting.TakeDue(Noon));
        Assert.Empty(waiting.TakeDue(Noon));
        Assert.Equal(3, waiting.TailOf("a"));
    }

    [Fact]
    public void What_recovery_read_does_not_replace_what_an_agent_knows()
    {
        var waiting = new WaitingInstances();
        waiting.Set("a", null, tail: 5);
        waiting.SetIfUnknown("a", Noon, tail: 2);
        Assert.Equal(5, waiting.TailOf("a"));
        Assert.Null(waiting.NextDue);
    }

    /// <summary>Against the plainest model: a dictionary of due times.</summary>
    [Fact]
    public void Instances_come_due_as_in_a_plain_dictionary() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20], Gen.Int[0, 20]).List[1, 60].Sample(steps =>
        {
            var (waiting, model) = (new WaitingInstances(), new Dictionary<string, int>());
            foreach (var (id, due, now) in steps)
            {
                waiting.Set($"i{id}", due == 0 ? null : Noon.AddMinutes(due), 0);
                if (due == 0) model.Remove($"i{id}");
                else model[$"i{id}"] = due;
                var expected = model.Where(entry => entry.Value <= now).Select(entry => entry.Key).ToHashSet();
                foreach (var taken in expected) model.Remove(taken);
                Assert.Equal(expected, waiting.TakeDue(Noon.AddMinutes(now)).ToHashSet());
            }
        });
}
