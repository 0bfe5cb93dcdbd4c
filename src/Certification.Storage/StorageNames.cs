using Azure.Storage.Blobs.Models;

namespace Certification.Storage;

/// <summary>Every table and container that one authority has, and who may read it without signing in.</summary>
public static class StorageNames
{
    /// <summary>One partition a subject: state, audit chain, outbox, operations done.</summary>
    public const string SubjectsTable = "subjects";

    /// <summary>One row for each change whose messages may still be undelivered.</summary>
    public const string PendingTable = "pending";

    /// <summary>Lists, queues and directories.</summary>
    public const string IndexesTable = "indexes";

    /// <summary>Certificate numbers and status list indexes.</summary>
    public const string NumbersTable = "numbers";

    /// <summary>Small settings that outlive a restart, such as the development clock's offset.</summary>
    public const string SettingsTable = "settings";

    /// <summary>Instances, histories and inboxes of the embedded engine.</summary>
    public const string WorkflowsTable = "workflows";

    /// <summary>Starts and inboxes of instances that run on Durable Functions.</summary>
    public const string OrchestrationsTable = "orchestrations";

    /// <summary>Uploads under way; nothing here is trusted.</summary>
    public const string StagingContainer = "staging";

    /// <summary>Sealed evidence, by submission and digest.</summary>
    public const string EvidenceContainer = "evidence";

    /// <summary>Sealed dossier manifests, by digest.</summary>
    public const string DossiersContainer = "dossiers";

    /// <summary>Signed certificates before and after they are published.</summary>
    public const string IssuedContainer = "issued";

    /// <summary>Large workflow payloads and the engine's lease.</summary>
    public const string WorkflowsContainer = "workflows";

    /// <summary>Head and staged batches of the transparency log.</summary>
    public const string LogContainer = "log";

    /// <summary>What anybody may read: certificates, status lists, trust lists, rulebooks, log tiles.</summary>
    public const string PublicContainer = "public";

    internal static IReadOnlyList<string> Tables { get; } =
        [SubjectsTable, PendingTable, IndexesTable, NumbersTable, SettingsTable, WorkflowsTable, OrchestrationsTable];

    internal static IReadOnlyList<(string Name, PublicAccessType Access)> Containers { get; } =
    [
        (StagingContainer, PublicAccessType.None),
        (EvidenceContainer, PublicAccessType.None),
        (DossiersContainer, PublicAccessType.None),
        (IssuedContainer, PublicAccessType.None),
        (WorkflowsContainer, PublicAccessType.None),
        (LogContainer, PublicAccessType.None),
        (PublicContainer, PublicAccessType.Blob),
    ];
}
