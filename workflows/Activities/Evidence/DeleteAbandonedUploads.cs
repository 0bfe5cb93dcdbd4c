using Certification.Storage.Blobs;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Evidence;

/// <summary>Deletes uploads that nobody completed.</summary>
public sealed class DeleteAbandonedUploads(AbandonedUploads uploads) : IActivity<SweepInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, SweepInput input, CancellationToken cancellation) =>
        new(await uploads.Delete(cancellation) > 0);
}
