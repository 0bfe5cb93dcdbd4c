using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Certification.Storage;

namespace Certification.Engine;

/// <summary>What an embedded engine needs. All nodes of one authority share table and container; each has a node folder
/// of its own.</summary>
/// <param name="Table">The instances table; created when absent.</param>
/// <param name="Container">Holds the blob <c>lease</c> and large payloads under <c>payloads/</c>; created when absent.</param>
/// <param name="NodeFolder">A folder on local disk that only this node uses: it keeps the node's lease id, by which a
/// restarted node leads again at once.</param>
public sealed record EngineOptions(TableClient Table, BlobContainerClient Container, string NodeFolder)
{
    /// <summary>The engine of one authority, in that authority's own table and container.</summary>
    public static EngineOptions For(AuthorityStorage storage, string nodeFolder) => new(
        storage.Table(StorageNames.WorkflowsTable), storage.Container(StorageNames.WorkflowsContainer), nodeFolder);

    /// <summary>How long a dead leader blocks the others: 15 to 60 seconds, as Azure's blob leases allow.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Real time between two looks at the lease by a standby, and at the doorbell by the leader.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Activities that run at one time.</summary>
    public int ActivityConcurrency { get; init; } = 32;

    /// <summary>These options, if they can work.</summary>
    /// <exception cref="ArgumentException">One of them cannot.</exception>
    internal EngineOptions Validated()
    {
        if (LeaseDuration < TimeSpan.FromSeconds(15) || LeaseDuration > TimeSpan.FromSeconds(60))
            throw new ArgumentException($"{nameof(LeaseDuration)} is {LeaseDuration}; set 15 to 60 seconds.");
        if (PollInterval <= TimeSpan.Zero || PollInterval >= LeaseDuration)
            throw new ArgumentException($"{nameof(PollInterval)} is {PollInterval}; set it above zero and below the lease's duration.");
        if (ActivityConcurrency < 1)
            throw new ArgumentException($"{nameof(ActivityConcurrency)} is {ActivityConcurrency}; set at least 1.");
        if (string.IsNullOrWhiteSpace(NodeFolder))
            throw new ArgumentException($"{nameof(NodeFolder)} is empty; name a folder that only this node uses.");
        return this;
    }
}
