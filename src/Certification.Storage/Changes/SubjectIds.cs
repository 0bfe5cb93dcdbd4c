namespace Certification.Storage.Changes;

/// <summary>Ids of subjects, by what they are.</summary>
public static class SubjectIds
{
    /// <summary>A submission, by its id.</summary>
    public static string Submission(string id) => $"submission:{id}";

    /// <summary>A certificate of ours, by its number.</summary>
    public static string Certificate(string number) => $"certificate:{number}";

    /// <summary>The register of rulebooks of an authority, by its code.</summary>
    public static string Rulebooks(string authority) => $"rulebooks:{authority}";

    /// <summary>What we hold of another authority's certificate, by its number.</summary>
    public static string Recognition(string number) => $"recognition:{number}";
}
