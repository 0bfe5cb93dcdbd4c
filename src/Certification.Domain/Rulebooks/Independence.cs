namespace Certification.Domain.Rulebooks;

/// <summary>Who performed an assessment, seen from the provider (ISO/IEC 17000:2020, 4.3 to 4.5), in rising order.</summary>
public enum Independence
{
    /// <summary>The provider itself.</summary>
    FirstParty,

    /// <summary>Somebody with an interest as user, such as the deployer.</summary>
    SecondParty,

    /// <summary>Somebody independent of provider and users.</summary>
    ThirdParty,
}

/// <summary>Reads the code that a declaration uses.</summary>
public static class IndependenceCodes
{
    /// <summary>The codes, in rising order.</summary>
    public static IReadOnlyList<string> All { get; } = ["first-party", "second-party", "third-party"];

    /// <summary>The code of a degree of independence.</summary>
    public static string Code(this Independence independence) => All[(int)independence];

    /// <summary>The degree with this code; null for any other text.</summary>
    public static Independence? Find(string code) => All.ToList().IndexOf(code) is var index and >= 0 ? (Independence)index : null;
}
