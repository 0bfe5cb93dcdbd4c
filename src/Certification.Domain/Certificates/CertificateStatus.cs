namespace Certification.Domain.Certificates;

/// <summary>State of a certificate, in the words of ISO/IEC 17065 §7.11 and EUDAMED.</summary>
public enum CertificateStatus
{
    /// <summary>In force.</summary>
    Valid,

    /// <summary>In force in a narrower scope than the document says.</summary>
    Restricted,

    /// <summary>Not in force until reinstated.</summary>
    Suspended,

    /// <summary>Ended by the authority or given up by the holder; final.</summary>
    Withdrawn,

    /// <summary>Ended by its date; final.</summary>
    Expired,

    /// <summary>Followed by another certificate; final.</summary>
    Superseded,
}

/// <summary>What an authority does to a certificate (a certificate is withdrawn; only a key is revoked).</summary>
public enum StatusMove { Restrict, Suspend, Reinstate, Withdraw, Expire, Supersede }
