using Certification.Domain;
using Certification.Domain.Certificates;

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

    /// <summary>The head of a subject's audit chain.</summary>
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

    /// <summary>The bytes that stand in the log.</summary>
    public byte[] Bytes() => DomainJson.Bytes(this);
}
