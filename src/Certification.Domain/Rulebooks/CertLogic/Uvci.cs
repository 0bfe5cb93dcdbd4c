namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>The unique certificate identifier of the EU DCC (Annex 2 to the interoperability guidelines): fragments
/// separated by <c>/</c>, <c>#</c> or <c>:</c> after an optional prefix.</summary>
internal static class Uvci
{
    private const string Prefix = "URN:UVCI:";

    /// <summary>The fragment at this index from 0; null when there is none or the identifier is null.</summary>
    public static string? Extract(object? identifier, int index)
    {
        if (identifier is null)
            return null;
        if (identifier is not string text)
            throw new LogicException("The operand of \"extractFromUVCI\" is not a string.");
        var fragments = (text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text).Split('/', '#', ':');
        return index >= 0 && index < fragments.Length ? fragments[index] : null;
    }
}
