using System.Text;
using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Storage.Blobs;
using Certification.Storage.Numbers;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Publishes status lists. The certificate's record is the truth; a list only repeats it for those who do not ask
/// us. Every write replaces the version that was read, so that two changes at once both stand in the end.</summary>
public sealed class StatusListPublisher(
    PublicBlobs blobs, SigningKeys keys, CurrentTrust trust, NumberRegister numbers, RecordedStatus recorded, AuthorityProfile authority,
    TimeProvider clock)
{
    /// <summary>After this nobody may rely on a list. Verifiers usually want a fresher one.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How long a reader may keep its copy.</summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromMinutes(5);

    private const int MaxAttempts = 20;
    private readonly StatusListCopies _copies = new(blobs, keys, trust);

    /// <summary>Makes the entry of a certificate say its status. Idempotent.</summary>
    public Task Publish(StatusPointer pointer, CertificateStatus status, CancellationToken cancellation) =>
        Rewrite(pointer.List, list => list.With(pointer.Index, StatusEntries.Of(status)), cancellation);

    /// <summary>Signs every list anew with its entries unchanged.</summary>
    /// <returns>How many lists there are.</returns>
    public async Task<int> RefreshAll(CancellationToken cancellation)
    {
        var published = 0;
        for (var list = await numbers.StatusLists(cancellation); list > 0; list--)
        {
            // A list of which only places were reserved is not published yet; the lists before it are.
            var uri = authority.StatusListUri(list);
            if (await blobs.Find(Path(uri), cancellation) is null) continue;
            await Rewrite(uri, entries => entries, cancellation);
            published++;
        }
        return published;
    }

    private async Task Rewrite(string uri, Func<StatusList, StatusList> change, CancellationToken cancellation)
    {
        var path = Path(uri);
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var current = await blobs.Find(path, cancellation);
            var entries = Entries(current, uri) ?? await recorded.Of(uri, cancellation);
            var token = await StatusListToken.SignAsync(
                change(entries), uri, clock.GetUtcNow(), Lifetime, Refresh, keys.Status, cancellation);
            var written = await blobs.PutVersion(
                path, Encoding.ASCII.GetBytes(token), StatusListToken.MediaType, current?.ETag, Refresh, cancellation);
            if (!written.Succeeded) continue;
            await _copies.Publish(path, clock.GetUtcNow(), cancellation);
            return;
        }
        throw new InvalidOperationException($"Status list {uri} was changed by others {MaxAttempts} times in a row.");
    }

    // The list in the public container is not trusted: entries are taken over only from what a status key of ours signed that still
    // counts. After a compromise none does, and the records say what is true.
    private StatusList? Entries(PublicBlob? blob, string uri) =>
        blob is not null
        && StatusListToken.Open(Encoding.ASCII.GetString(blob.Content), trust.Snapshot, clock.GetUtcNow(), out _) is { } token
        && token.Subject == uri && token.Authority == authority.Code
            ? token.Entries
            : null;

    private string Path(string uri) => uri[(authority.PublicUrl.Length + 1)..];
}
