namespace Certification.Signing.Json;

/// <summary>The <c>typ</c> of each kind of signed JSON document: a document of one kind is never taken for another.</summary>
public static class SignedJsonTypes
{
    /// <summary>A trust list, signed by its publisher's anchor.</summary>
    public const string TrustList = "trust-list+jwt";

    /// <summary>A status list token (draft-ietf-oauth-status-list §5.1), signed by a status key.</summary>
    public const string StatusList = "statuslist+jwt";

    /// <summary>What an authority says about one certificate, signed by a status key.</summary>
    public const string StatusRecord = "status-record+jwt";

    /// <summary>A recognition statement, signed by a statement key.</summary>
    public const string RecognitionStatement = "recognition-statement+jwt";

    /// <summary>A rulebook, signed by a statement key.</summary>
    public const string Rulebook = "rulebook+jwt";

    /// <summary>A short-lived assertion of one authority to another, signed by a federation key.</summary>
    public const string Federation = "federation+jwt";

    /// <summary>A certificate as a verifiable credential (VC-JOSE-COSE §3.1.1), signed by the issuing key.</summary>
    public const string Credential = "vc+jwt";
}
