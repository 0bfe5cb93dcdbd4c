using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Certification.Domain;

namespace Certification.Storage.Audit;

/// <summary>One link of a subject's audit chain, as stored.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">Business time as text: UTC, ISO 8601 with seven decimals and <c>Z</c>.</param>
/// <param name="OperationId">The operation that wrote it; all entries of one operation were written in one transaction.</param>
/// <param name="Previous">Hash of entry <c>Number - 1</c>; 64 zeros for the first.</param>
/// <param name="Hash">This entry's hash, by <see cref="ComputeHash"/>.</param>
public sealed record AuditRecord(
    string SubjectId,
    int Number,
    Actor Who,
    string At,
    string Code,
    string DetailsJson,
    string OperationId,
    Sha256Digest Previous,
    Sha256Digest Hash)
{
    /// <summary>What the first entry names as its predecessor.</summary>
    public static Sha256Digest Genesis { get; } = Sha256Digest.FromBytes(new byte[32]);

    /// <summary>The next link after <paramref name="previous"/>.</summary>
    public static AuditRecord Next(
        string subjectId, int number, AuditEntry entry, string operationId, Sha256Digest previous)
    {
        var at = entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var record = new AuditRecord(
            subjectId, number, entry.Who, at, entry.Code, entry.DetailsJson, operationId, previous, Genesis);
        return record with { Hash = record.ComputeHash() };
    }

    /// <summary>
    /// SHA-256 over twelve netstrings one after another, a netstring being the decimal count of UTF-8 bytes, a colon, the
    /// bytes, a comma. In order: <c>certification.audit.1</c>, subject id, number, time, issuer, subject, organisation,
    /// role, code, operation id, previous hash (64 lower-case hex), details exactly as stored. Counted fields cannot run
    /// into each other, and nobody needs our JSON writer to check the chain.
    /// </summary>
    public Sha256Digest ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] fields =
        [
            "certification.audit.1", SubjectId, Number.ToString(CultureInfo.InvariantCulture), At,
            Who.Issuer, Who.Subject, Who.Organisation, Who.Role, Code, OperationId, Previous.Hex, DetailsJson,
        ];
        foreach (var field in fields)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(
                $"{Encoding.UTF8.GetByteCount(field).ToString(CultureInfo.InvariantCulture)}:{field},"));
        }

        return Sha256Digest.FromBytes(hash.GetHashAndReset());
    }
}
