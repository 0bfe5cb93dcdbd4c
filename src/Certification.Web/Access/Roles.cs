namespace Certification.Web.Access;

/// <summary>The roles that a token's <c>roles</c> claim may name.</summary>
public static class Roles
{
    /// <summary>Files submissions for its organisation.</summary>
    public const string Applicant = "applicant";

    /// <summary>Speaks for an organisation that answers for duties of a system which another organisation submitted.</summary>
    public const string Party = "party";

    /// <summary>Reviews dossiers.</summary>
    public const string Assessor = "assessor";

    /// <summary>Takes certification decisions; never on a case that it assessed.</summary>
    public const string Decider = "decider";

    /// <summary>Runs the authority's business: assigns assessors, changes a certificate's status.</summary>
    public const string Officer = "officer";

    /// <summary>Works for another authority and reads what authorities share.</summary>
    public const string Regulator = "regulator";

    /// <summary>Reads everything and changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>All roles.</summary>
    public static readonly IReadOnlyList<string> All = [Applicant, Party, Assessor, Decider, Officer, Regulator, Auditor];

    /// <summary>The roles of people who work on cases and so see all of them.</summary>
    public static readonly string[] OfAuthority = [Assessor, Decider, Officer, Auditor];
}
