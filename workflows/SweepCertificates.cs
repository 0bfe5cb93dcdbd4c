using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>Once a day, for ever: opens renewals that a lost timer would have missed, signs every status list anew, so
/// that a verifier can tell a quiet authority from a dead one, and deletes uploads that nobody completed.</summary>
public sealed class SweepCertificates : IWorkflow<SweepInput, SweepResult>
{
    /// <inheritdoc/>
    public async Task<SweepResult> Run(WorkflowContext context, SweepInput sweep)
    {
        var today = DateOnly.FromDateTime(context.CurrentUtcTime.UtcDateTime);
        await context.CallActivity(ActivityNames.RefreshStatusLists, sweep, RetryPolicy.Default);
        var due = await context.CallActivity(
            ActivityNames.FindDueCertificates, new DueInput(sweep.SweptThrough, today), RetryPolicy.Default);
        await Task.WhenAll(due.Numbers.Select(number => context.CallActivity(
            ActivityNames.OpenRenewal, new RenewalInput(number, "sweep"), RetryPolicy.Default)));
        if (sweep.DeletesUploads) await context.CallActivity(ActivityNames.DeleteAbandonedUploads, sweep, RetryPolicy.Default);

        var tomorrow = new DateTimeOffset(today.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await context.CreateTimer(tomorrow);
        context.ContinueAsNew(new SweepInput(today, DeletesUploads: true));
        return new SweepResult();
    }
}
