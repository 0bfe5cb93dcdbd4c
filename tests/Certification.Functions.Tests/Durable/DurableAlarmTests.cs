using Certification.Functions.Durable;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Certification.Functions.Tests.Durable;

public sealed class DurableAlarmTests
{
    private static readonly DateTime Noon = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly TimerContext _durable = new() { Now = Noon };

    [Fact]
    public void It_is_set_a_second_after_a_deadline_because_Durable_fires_early()
    {
        _ = new DurableAlarm(_durable).For(Noon.AddSeconds(20));
        Assert.Equal(Noon.AddSeconds(21), Assert.Single(_durable.Timers).FireAt);
    }

    [Fact]
    public void A_deadline_months_away_never_becomes_one_long_timer()
    {
        var alarm = new DurableAlarm(_durable);
        for (var look = 0; look < 60; look++)
        {
            _ = alarm.For(Noon.AddYears(5));
            _durable.Fire();
            Assert.True(alarm.TryTake());
        }

        Assert.All(_durable.Timers, timer => Assert.True(timer.FireAt - timer.SetAt <= TimeSpan.FromDays(5)));
        Assert.Equal(TimeSpan.FromMinutes(1), _durable.Timers[0].FireAt - _durable.Timers[0].SetAt);
        Assert.Equal(TimeSpan.FromDays(5), _durable.Timers[^1].FireAt - _durable.Timers[^1].SetAt);
    }

    [Fact]
    public void It_is_not_set_anew_while_it_goes_off_soon_enough()
    {
        var alarm = new DurableAlarm(_durable);
        _ = alarm.For(Noon.AddSeconds(20));
        _ = alarm.For(Noon.AddSeconds(30));
        Assert.Single(_durable.Timers);
        _ = alarm.For(Noon.AddSeconds(10));
        Assert.Equal(2, _durable.Timers.Count);
        Assert.True(_durable.Timers[0].Stop.IsCancellationRequested);
    }

    [Fact]
    public void It_leaves_no_timer_behind_when_the_workflow_ends()
    {
        var alarm = new DurableAlarm(_durable);
        _ = alarm.For(null);
        alarm.Stop();
        Assert.True(Assert.Single(_durable.Timers).Stop.IsCancellationRequested);
    }

    /// <summary>A context that has timers only.</summary>
    private sealed class TimerContext : TaskOrchestrationContext
    {
        public List<(DateTime SetAt, DateTime FireAt, CancellationToken Stop, TaskCompletionSource Fired)> Timers { get; } = [];

        public DateTime Now { get; set; }

        public override TaskName Name => "timers";

        public override string InstanceId => "timers";

        public override DateTime CurrentUtcDateTime => Now;

        public override bool IsReplaying => false;

        protected override ILoggerFactory LoggerFactory => throw new NotSupportedException();

        public void Fire()
        {
            Now = Timers[^1].FireAt;
            Timers[^1].Fired.SetResult();
        }

        public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
        {
            var fired = new TaskCompletionSource();
            Timers.Add((Now, fireAt, cancellationToken, fired));
            return fired.Task;
        }

        public override T? GetInput<T>()
            where T : default => throw new NotSupportedException();

        public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
            throw new NotSupportedException();

        public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException();

        public override Task<TResult> CallSubOrchestratorAsync<TResult>(
            TaskName orchestratorName, object? input = null, TaskOptions? options = null) => throw new NotSupportedException();

        public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
            throw new NotSupportedException();
    }
}
