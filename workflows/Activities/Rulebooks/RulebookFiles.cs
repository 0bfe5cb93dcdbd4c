using System.Collections.Concurrent;
using Certification.Domain;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Certification.Domain.Submissions;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Storage.Changes;
using Certification.Storage.Outbox;

namespace Certification.Workflows.Activities.Rulebooks;

/// <summary>The register of adopted rulebooks as a subject, and their texts, each sealed under its digest. Which version is in
/// force is asked of the register every time, so that one that was adopted counts on every node without a restart.</summary>
public sealed class RulebookFiles(Subjects subjects, AuthorityStorage storage, AuthorityProfile authority)
{
    private readonly SealedJson<Rulebook> _rulebooks = new(storage, "rulebooks");
    private readonly SealedJson<RulebookAdditions> _additions = new(storage, "additions");

    // Texts never change under a digest, so what was read once need not be read again; an authority has a handful.
    private readonly ConcurrentDictionary<Sha256Digest, Rulebook> _read = new(BuiltIn(authority.Code));

    /// <summary>The rulebook that this authority begins with.</summary>
    public Rulebook First { get; } = RulebookLibrary.InForceAt(authority.Code);

    private string SubjectId => SubjectIds.Rulebooks(authority.Code);

    /// <summary>The register as it stands; the one that an authority begins with while none was written.</summary>
    public async Task<RulebookRegister> Register(CancellationToken cancellation) =>
        (await subjects.Find<RulebookRegister>(SubjectId, cancellation))?.State ?? Beginning();

    /// <summary>Writes the register that the authority begins with, once: from then on only officers change what is in force,
    /// and no newer software does.</summary>
    public async Task<RulebookRegister> Begin(DateTimeOffset at, CancellationToken cancellation)
    {
        await Seal(new RulebookPackage(RulebookLibrary.Floor, null, First), cancellation);
        var begun = await Change(
            "begin", AuditEntry.Of(authority.Self, at, "rulebooks.begun", Beginning().Versions[0]), register => register,
            cancellation: cancellation);
        return begun.Succeeded ? begun.Value.State : throw new InvalidOperationException(begun.Refusal.Message);
    }

    /// <summary>Changes the register once; see <see cref="Subjects.Change"/> for what is promised.</summary>
    public Task<Outcome<Changed<RulebookRegister>>> Change(
        string operationId, AuditEntry entry, Func<RulebookRegister, Outcome<RulebookRegister>> next,
        Func<RulebookRegister, IReadOnlyList<OutboxMessage>>? messages = null, Sha256Digest? requestDigest = null,
        CancellationToken cancellation = default) =>
        subjects.Change<RulebookRegister>(
            SubjectId, operationId,
            current =>
            {
                var changed = next(current ?? Beginning());
                return changed.Succeeded
                    ? new Change<RulebookRegister>(changed.Value, [entry], messages?.Invoke(changed.Value) ?? [])
                    : changed.Refusal;
            },
            requestDigest: requestDigest, cancellation: cancellation);

    /// <summary>Seals the texts of a proposal before the register names them.</summary>
    public async Task Seal(RulebookPackage package, CancellationToken cancellation)
    {
        await _rulebooks.Seal(package.Floor, cancellation);
        await _rulebooks.Seal(package.Rulebook, cancellation);
        if (package.Additions is { } additions) await _additions.Seal(additions, cancellation);
    }

    /// <summary>The additions of this digest, as proposed.</summary>
    public Task<RulebookAdditions> Additions(Sha256Digest digest, CancellationToken cancellation) =>
        _additions.Read(digest, cancellation);

    /// <summary>The rulebook of this digest.</summary>
    /// <exception cref="InvalidDataException">It was never sealed here, or was changed in storage.</exception>
    public async Task<Rulebook> Read(Sha256Digest digest, CancellationToken cancellation) =>
        _read.TryGetValue(digest, out var known) ? known : _read.GetOrAdd(digest, await _rulebooks.Read(digest, cancellation));

    /// <summary>The rules in force at an instant.</summary>
    public async Task<RulebookInForce> InForceAt(DateTimeOffset at, CancellationToken cancellation) =>
        await Read((await Register(cancellation)).InForceAt(at), cancellation);

    /// <summary>The rules of an adopted version.</summary>
    public async Task<RulebookInForce> Read(RulebookVersion version, CancellationToken cancellation) => new(
        await Read(version.Rulebook.Digest, cancellation), await Read(version.Floor.Digest, cancellation));

    /// <summary>The rulebook that judges a case: the one under which its dossier was sealed, whatever was adopted since. A case
    /// that was sealed before rulebooks were pinned is judged by what the authority began with.</summary>
    public async Task<Rulebook> Judging(Submission submission, CancellationToken cancellation) => submission.Rulebook is { } pinned
        ? await Read(pinned.Digest, cancellation)
        : await Read((await Register(cancellation)).Versions[0].Rulebook.Digest, cancellation);

    private RulebookRegister Beginning() => RulebookRegister.Begin(authority.Code, First);

    private static IEnumerable<KeyValuePair<Sha256Digest, Rulebook>> BuiltIn(string authority) =>
        new[] { RulebookLibrary.Floor, RulebookLibrary.InForceAt(authority) }
            .Select(rulebook => KeyValuePair.Create(rulebook.Reference().Digest, rulebook)).DistinctBy(pair => pair.Key);
}
