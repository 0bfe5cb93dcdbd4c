using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Lifecycle;

/// <summary>Signs every status list anew, so that those who demand a fresh one find it also when nothing has changed.</summary>
public sealed class RefreshStatusLists(StatusListPublisher statusLists) : IActivity<SweepInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, SweepInput input, CancellationToken cancellation) =>
        new(await statusLists.RefreshAll(cancellation) > 0);
}
