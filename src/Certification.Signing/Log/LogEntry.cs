using System.Globalization;
using System.Text.Json;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Recognition;
using Certification.Domain.Rulebooks;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;

namespace Certification.Signing.Log;

/// <summary>What an entry of an authority's log is about.</summary>
public enum LogEntryKind
{
    /// <summary>A certificate; its digest is that of the canonical signed body.</summary>
    Certificate,

    /// <summary>A status record; its digest is that of the payload.</summary>
    StatusRecord,

    /// <summary>A recognition statement; its digest is that of the payload.</summary>
    Recognition,

    /// <summary>A rulebook; its digest is that of its text.</summary>
    Rulebook,

    /// <summary>A trust list; its digest is that of the payload.</summary>
    TrustList,

    /// <summary>The record of a decision, under the code of the authority that took it: which case it was is not the public's to
    /// know. Its digest is that of its canonical JSON.</summary>
    Decision,

    /// <summary>The head of a subject's audit chain; its name is the number of the chain's entries, because whose it is may not be
    /// public.</summary>
    AuditHead,
}

/// <summary>An entry of an authority's log. It names a document and says nothing of its content, which may not be public; and it
/// follows from the document alone, so that whoever holds that computes the entry and checks its proof.</summary>
/// <param name="Subject">The document's own name, such as a certificate's number.</param>
/// <param name="Digest">Which text of that name.</param>
public sealed record LogEntry(LogEntryKind Kind, string Subject, Sha256Digest Digest)
{
    /// <summary>The entry of a certificate.</summary>
    /// <param name="canonicalDigest">SHA-256 of its canonical signed body.</param>
    public static LogEntry Of(CertificateNumber number, Sha256Digest canonicalDigest) =>
        new(LogEntryKind.Certificate, number.Text, canonicalDigest);

    /// <summary>The entry of the record of a decision.</summary>
    /// <param name="authority">Code of the authority that decided.</param>
    public static LogEntry Of(string authority, Sha256Digest decisionRecord) => new(LogEntryKind.Decision, authority, decisionRecord);

    /// <summary>The entry of a status record.</summary>
    public static LogEntry Of(StatusRecord record) =>
        new(LogEntryKind.StatusRecord, record.Number.Text, Sha256Digest.Of(DomainJson.Bytes(record)));

    /// <summary>The entry of a recognition statement.</summary>
    public static LogEntry Of(RecognitionStatement statement) =>
        new(LogEntryKind.Recognition, statement.Certificate.Text, Sha256Digest.Of(DomainJson.Bytes(statement)));

    /// <summary>The entry of a rulebook: <c>id-version</c> and the digest of its text.</summary>
    public static LogEntry Of(RulebookReference rulebook) =>
        new(LogEntryKind.Rulebook, $"{rulebook.Id}-{rulebook.Version}", rulebook.Digest);

    /// <summary>The entry of a trust list: its publisher's code.</summary>
    public static LogEntry OfTrust(string publisher, Sha256Digest payload) => new(LogEntryKind.TrustList, publisher, payload);

    /// <summary>The entry of the head of an audit chain.</summary>
    /// <param name="count">Entries of the chain.</param>
    public static LogEntry OfAudit(int count, Sha256Digest head) =>
        new(LogEntryKind.AuditHead, count.ToString(CultureInfo.InvariantCulture), head);

    /// <summary>The bytes that stand in the log.</summary>
    public byte[] Bytes() => DomainJson.Bytes(this);

    /// <summary>Reads an entry; null when the bytes are none that we would write.</summary>
    public static LogEntry? TryParse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var entry = JsonSerializer.Deserialize<LogEntry>(bytes.Span, DomainJson.Strict);
            return entry?.Bytes().AsSpan().SequenceEqual(bytes.Span) is true ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A kind as it stands in entries, such as <c>status-record</c>.</summary>
    public static string Word(LogEntryKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
