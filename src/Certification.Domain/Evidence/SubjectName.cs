using System.Text.RegularExpressions;
using Certification.Domain.Submissions;

namespace Certification.Domain.Evidence;

/// <summary>Compares names of models as different tools write them.</summary>
internal static partial class SubjectName
{
    private const int ShortestCommit = 7;

    /// <summary>Whether a name in evidence means this system. Tools put the provider in front (<c>hf/Qwen/Qwen2.5-7B</c>), leave
    /// the owner away or add the revision (<c>acme/helper@1f84a09f</c>); two names with different owners are different models,
    /// and so are a model and its quantised copy. A harness that loads a file names the file.</summary>
    public static bool Means(string name, SystemDeclaration system)
    {
        var (model, revision) = Split(name);
        if (system.Artifacts.Any(artifact => artifact.Name.Equals(name, StringComparison.Ordinal)))
            return true;
        return AreSame(model, system.Name) && (revision is null || !AreOtherRevisions(revision, system.Version));
    }

    /// <summary>Whether two names mean the same model.</summary>
    public static bool AreSame(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return shorter.Length > 0 && (longer.Equals(shorter, StringComparison.OrdinalIgnoreCase)
            || longer.EndsWith("/" + shorter, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reason code and explanation of a name that does not mean the system.</summary>
    public static (string Code, string Why) Compare(string name, SystemDeclaration system)
    {
        var (model, revision) = Split(name);
        if (AreSame(model, system.Name))
            return ("evidence.revision-mismatch", $", of which {system.Version} was submitted and revision {revision} answered");
        if (system.BaseModel is { } origin && AreSame(model, origin.Name))
            return ("evidence.subject-is-base-model", ": what holds for its base model need not hold for what was made of it");
        return AreSame(Unquantised(model), Unquantised(system.Name))
            ? ("evidence.subject-quantised", ": a quantised copy answers otherwise than the original")
            : ("evidence.subject-mismatch", "");
    }

    /// <summary>Whether two version strings are certainly of different revisions. Commits are compared as far as both are
    /// written out; a tag and a commit cannot be compared, so that they say nothing against each other.</summary>
    public static bool AreOtherRevisions(string left, string right)
    {
        if (IsCommit(left) && IsCommit(right))
        {
            var length = Math.Min(left.Length, right.Length);
            return !left[..length].Equals(right[..length], StringComparison.OrdinalIgnoreCase);
        }

        return IsRelease(left) && IsRelease(right) && !Release(left).Equals(Release(right), StringComparison.Ordinal);
    }

    /// <summary>Whether a title in prose has every word of a model's name, without its owner.</summary>
    public static bool IsIn(string title, string name)
    {
        var words = Words(title).ToHashSet();
        var wanted = Words(name[(name.LastIndexOf('/') + 1)..]).ToList();
        return wanted.Count > 0 && wanted.TrueForAll(words.Contains);
    }

    private static (string Model, string? Revision) Split(string name) =>
        name.LastIndexOf('@') is > 0 and var at && at < name.Length - 1 ? (name[..at], name[(at + 1)..]) : (name, null);

    // Takes off what quantisation tools append, as often as they do: "-GGUF:Q4_K_M", "-AWQ", "-GPTQ-Int4", "-bnb-4bit", ".gguf".
    private static string Unquantised(string name)
    {
        var bare = name;
        do
        {
            name = bare;
            bare = QuantisedEnding().Replace(name, "");
        }
        while (bare.Length < name.Length && bare.Length > 0);
        return bare.Length > 0 ? bare : name;
    }

    private static bool IsCommit(string text) => text.Length >= ShortestCommit && text.All(char.IsAsciiHexDigit);

    private static bool IsRelease(string text) => ReleaseNumber().IsMatch(text);

    // "v1.2" and "1.2.0" are one release.
    private static string Release(string text) => TrailingZeros().Replace(text.TrimStart('v', 'V'), "");

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant().Split([' ', '-', '_', '/', '(', ')', '[', ']', ':', ',', '`', '*'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("""([-_.:]|^)(gguf|ggml|awq|gptq|exl2|bnb|nf4|fp8|int[48]|[2-8][-_]?bits?|w\d+a\d+|i?q\d(_[0-9a-z]+)*|quantized)$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuantisedEnding();

    [GeneratedRegex("""^[vV]?\d{1,6}(\.\d{1,6}){1,3}$""", RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseNumber();

    [GeneratedRegex("""(\.0)+$""", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingZeros();
}
