using System.Security.Cryptography;
using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Domain.Decisions;
using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Formats;
using Certification.Formats.Attestations;

namespace Certification.Cli.Replaying;

/// <summary>A folder with a decision's record and the parts that it pins: what a replay reads, whether an authority was asked just
/// now or years ago. Nothing in it is believed; every part is measured against the record.</summary>
/// <param name="Folder">Path.</param>
internal sealed record ReplayFolder(string Folder)
{
    private const long LargestText = 16 << 20;

    /// <summary>The record, as sealed.</summary>
    public string Record => Path.Combine(Folder, "record.json");

    /// <summary>Where the log says that the record stands in it.</summary>
    public string LogProof => Path.Combine(Folder, "record.tlog-proof");

    /// <summary>The text that judged.</summary>
    public string Rulebook => Path.Combine(Folder, "rulebook.json");

    /// <summary>The dossier, or the view of it that was given.</summary>
    public string Dossier => Path.Combine(Folder, "dossier.json");

    /// <summary>Why parts are missing, by part.</summary>
    public string Missing => Path.Combine(Folder, "missing.json");

    /// <summary>A file of the dossier.</summary>
    /// <exception cref="ProblemException">The id could name another place on this machine.</exception>
    public string Evidence(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? Path.Combine(Folder, "evidence", id)
        : throw new ProblemException(
            new Problem($"\"{id}\" is no id of an evidence item.", Record, "Ask the authority for its record again.", "replay.malformed"), ExitCode.No);

    /// <summary>Public keys by which attestations counted.</summary>
    public string Keys(Sha256Digest digest) => Path.Combine(Folder, "keys", $"{digest}.json");

    /// <summary>The record alone.</summary>
    public DecisionRecord ReadRecord() => Read<DecisionRecord>(Record)!.Value;

    /// <summary>Where the record stands in a log; null without a proof that shows it.</summary>
    public RecordEntry? ReadLogEntry(DecisionRecord record, Sha256Digest digest) => File.Exists(LogProof)
        ? RecordEntry.Of(System.Text.Encoding.UTF8.GetString(InputFile.Read(LogProof, LargestText)), record, digest)
        : null;

    /// <summary>The record with as much of what it pins as is there.</summary>
    public async Task<ReplayMaterial> ReadAsync(CancellationToken cancellation)
    {
        var record = ReadRecord();
        var rulebook = Read<Rulebook>(Rulebook);
        var dossier = Read<Dossier>(Dossier);
        var missing = new Dictionary<string, string>(Read<Dictionary<string, string>>(Missing)?.Value ?? []);
        var evidence = new Dictionary<string, Fetched<FormatReading>>();
        foreach (var item in rulebook is null ? [] : dossier?.Value.Evidence ?? [])
        {
            if (!File.Exists(Evidence(item.Id))) continue;
            var digest = record.Evidence.FirstOrDefault(pin => pin.Id == item.Id)?.Judged?.AttestationKeys;
            if (digest is { } keys && Read<TrustedKeys>(Keys(keys))?.Digest != keys)
                missing[ReplayMaterial.PartOf(item.Id)] = $"The keys by which attestations counted ({keys}) are not there, or are others.";
            else
                evidence[item.Id] = await ReadEvidenceAsync(item, rulebook!.Value, digest, cancellation);
        }
        return new(record, rulebook, dossier, evidence, missing);
    }

    private async Task<Fetched<FormatReading>> ReadEvidenceAsync(
        EvidenceItem item, Rulebook rulebook, Sha256Digest? keys, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(Evidence(item.Id));
        var digest = Sha256Digest.FromBytes(await SHA256.HashDataAsync(content, cancellation));
        content.Position = 0;
        var trusted = keys is { } named ? Read<TrustedKeys>(Keys(named))!.Value.Keys : [];
        return new(await EvidenceReader.ReadAsync(content, rulebook.FormatsFor(item.Kind), cancellation, trusted), digest);
    }

    private Fetched<T>? Read<T>(string path) where T : class
    {
        if (!File.Exists(path) && path != Record) return null;
        var text = InputFile.Read(path, LargestText);
        try
        {
            return new(DomainJson.Read<T>(text), Sha256Digest.Of(text));
        }
        catch (JsonException malformed)
        {
            throw new ProblemException(
                new Problem($"This is not what a replay reads there: {malformed.Message}", path, "Fetch the folder again with --save.", "replay.malformed"),
                ExitCode.Undetermined);
        }
    }
}
