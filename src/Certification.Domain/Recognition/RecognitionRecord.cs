using Certification.Domain.Certificates;

namespace Certification.Domain.Recognition;

/// <summary>What we hold about another authority's certificate: the latest statement, and what it rests on.</summary>
/// <param name="Issuer">Code of the issuing authority.</param>
/// <param name="Statement">The latest statement; a new one is made only when the verdict changes in substance.</param>
/// <param name="Signed">The same as a signed document, compact form.</param>
/// <param name="Subject">What the certificate is about, for lists; null while its signature has not been verified.</param>
/// <param name="SentSequence">Sequence of the last statement that the issuer has taken; 0 for none.</param>
public sealed record RecognitionRecord(
    CertificateNumber Number,
    string Issuer,
    RecognitionStatement Statement,
    string Signed,
    RecognisedSubject? Subject,
    int SentSequence = 0)
{
    /// <summary>True when a new verdict says something else than the present statement. The instant and the snapshots used
    /// differ every day and are no news by themselves.</summary>
    public bool IsNews(RecognitionVerdict verdict) => !DomainJson.Bytes(Statement.Verdict).AsSpan().SequenceEqual(DomainJson.Bytes(verdict));
}

/// <summary>What lists show of a recognised certificate.</summary>
public sealed record RecognisedSubject(string Holder, string SystemName, string SystemVersion, DateTimeOffset NotAfter);
