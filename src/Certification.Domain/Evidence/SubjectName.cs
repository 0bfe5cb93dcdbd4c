using Certification.Domain.Submissions;

namespace Certification.Domain.Evidence;

/// <summary>Compares names of models as different tools write them.</summary>
internal static class SubjectName
{
    /// <summary>Whether a name in evidence means this system. Tools put the provider in front (<c>hf/Qwen/Qwen2.5-7B</c>) or leave
    /// the owner away; two names with different owners are different models.</summary>
    public static bool Means(string name, SystemDeclaration system) => AreSame(name, system.Name);

    /// <summary>Whether two names mean the same model.</summary>
    public static bool AreSame(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return shorter.Length > 0 && (longer.Equals(shorter, StringComparison.OrdinalIgnoreCase)
            || longer.EndsWith("/" + shorter, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a title in prose has every word of a model's name, without its owner.</summary>
    public static bool IsIn(string title, string name)
    {
        var words = Words(title).ToHashSet();
        var wanted = Words(name[(name.LastIndexOf('/') + 1)..]).ToList();
        return wanted.Count > 0 && wanted.TrueForAll(words.Contains);
    }

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant().Split([' ', '-', '_', '/', '(', ')', '[', ']', ':', ',', '`', '*'], StringSplitOptions.RemoveEmptyEntries);
}
