using System.Text;
using Certification.Hosting.Settings;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Log;

namespace Certification.Hosting.Running;

/// <summary>The trust list as the authority publishes it. It is also what the authority remembers by: a restart with an earlier
/// list than the published one would undo a withdrawal.</summary>
internal sealed class PublishedTrust(PublicBlobs blobs, AuthorityLog entered, ILogger<PublishedTrust> log)
{
    private const string Path = "trust/trust-list.jws";
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    /// <summary>Publishes a list that opens, once it is in the log.</summary>
    /// <returns>Whether it stands there now; when not, the log says why.</returns>
    internal async Task<bool> Publish(string compact, TrustStore opened, CancellationToken cancellation)
    {
        await entered.Enter(LogEntry.OfTrust(opened.Publisher!, opened.Digest), cancellation);
        var put = await blobs.PutLatest(Path, Encoding.UTF8.GetBytes(compact), "application/jose", MaxAge, cancellation);
        if (!put.Succeeded) HostingLog.NotPublished(log, Path, put.Refusal.Message);
        return put.Succeeded;
    }

    /// <summary>Compares what the settings name with what is published.</summary>
    /// <exception cref="SettingsException">The published list is a later one of the same anchor.</exception>
    internal static async Task RefuseRollback(PublicBlobs blobs, CurrentTrust trust)
    {
        if (trust.Snapshot.Sequence is not { } sequence || await blobs.Find(Path) is not { } published) return;
        // What does not open under the anchor in use is nobody's list, and is written over.
        if (trust.Later(Encoding.UTF8.GetString(published.Content), out _) is { Sequence: { } seen } && seen > sequence)
        {
            throw new SettingsException(
                "Trust:ListFile", $"the list has sequence {sequence}, but {seen} was in use here already; give that one or a later one");
        }
    }
}
