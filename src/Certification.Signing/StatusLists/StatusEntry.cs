using Certification.Domain.Certificates;

namespace Certification.Signing.StatusLists;

/// <summary>A 2-bit entry (draft-ietf-oauth-status-list §7.1).</summary>
public enum StatusEntry : byte
{
    /// <summary>In force.</summary>
    Valid = 0,

    /// <summary>Ended for good.</summary>
    Invalid = 1,

    /// <summary>Not in force for now.</summary>
    Suspended = 2,

    /// <summary>Application-specific: in force in a narrower scope than the document says.</summary>
    Restricted = 3,
}

/// <summary>Certificate statuses as entries.</summary>
public static class StatusEntries
{
    /// <summary>The entry that says this status. Expiry is no entry: the document says it itself.</summary>
    public static StatusEntry Of(CertificateStatus status) => status switch
    {
        CertificateStatus.Valid or CertificateStatus.Expired => StatusEntry.Valid,
        CertificateStatus.Restricted => StatusEntry.Restricted,
        CertificateStatus.Suspended => StatusEntry.Suspended,
        CertificateStatus.Withdrawn or CertificateStatus.Superseded => StatusEntry.Invalid,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such certificate status."),
    };
}
