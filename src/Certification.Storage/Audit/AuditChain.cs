using Certification.Domain;

namespace Certification.Storage.Audit;

/// <summary>Checks that a subject's audit entries are the ones that were written, all of them, in order.</summary>
public static class AuditChain
{
    /// <summary>Checks one link against the one before.</summary>
    /// <param name="previous">Hash of the entry before; <see cref="AuditRecord.Genesis"/> for the first.</param>
    /// <exception cref="AuditChainBrokenException">The entry was changed, moved, or one before it is missing.</exception>
    public static void CheckLink(AuditRecord record, int expectedNumber, Sha256Digest previous)
    {
        if (record.Number != expectedNumber)
        {
            throw new AuditChainBrokenException(record.SubjectId, expectedNumber, $"entry {record.Number} stands in its place");
        }

        if (record.Previous != previous)
        {
            throw new AuditChainBrokenException(
                record.SubjectId, record.Number, $"it names {record.Previous} as the entry before, which is {previous}");
        }

        var computed = record.ComputeHash();
        if (record.Hash != computed)
        {
            throw new AuditChainBrokenException(
                record.SubjectId, record.Number, $"its content hashes to {computed}, recorded is {record.Hash}");
        }
    }

    /// <summary>Checks that the last link is the head that the subject's state row names.</summary>
    /// <exception cref="AuditChainBrokenException">Entries are missing at the end, or the state row was changed.</exception>
    public static void CheckHead(string subjectId, int count, Sha256Digest last, int expectedCount, Sha256Digest head)
    {
        if (count != expectedCount || last != head)
        {
            throw new AuditChainBrokenException(
                subjectId, count, $"the chain ends at {last}, the subject names entry {expectedCount} with {head}");
        }
    }
}

/// <summary>The audit chain of a subject is not what was written: somebody changed storage behind the system's back.
/// Nothing may be decided on this subject before a person has looked.</summary>
public sealed class AuditChainBrokenException(string subjectId, int number, string what)
    : Exception($"Audit chain of {subjectId} is broken at entry {number}: {what}.")
{
    /// <summary>The subject.</summary>
    public string SubjectId { get; } = subjectId;

    /// <summary>The first entry that does not fit.</summary>
    public int Number { get; } = number;
}
