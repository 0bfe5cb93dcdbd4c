using Certification.Domain.Certificates;
using Certification.Testing.Certificates;

namespace Certification.Signing.Tests.Interoperability;

/// <summary>Drafts that pass the lints and are hard on whoever writes, canonicalizes and reads XML: markup in texts, line ends,
/// right-to-left and combining text, characters outside the basic plane, long scopes, many parties. A seed gives them again.</summary>
internal sealed class GeneratedDrafts(Random random)
{
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", "'", "]]>", "<!--", "-->", "<?x?>", "<![CDATA[", "&amp;", "&#13;", "%20", "{}", "\\u0041",
        "\r", "\n", "\t", "\r\n", " ", "  ", "\u0085", "\u00a0", "\u2028", "\u3000",
        "שלום", "مرحبا", "\u202eabc\u202c", "\u2067x\u2069", "e\u0301", "a\u0323\u0307", "क्षि", "각", "ﬁ", "İ", "ß", "漢字", "𠮷", "🧑‍⚖️", "𝔸", "\ue000", "\ufdd0", "\U0010fffd",
    ];

    /// <summary>The next draft.</summary>
    public CertificateDraft Next()
    {
        var draft = SampleDraft.Create();
        var context = draft.Scope.Contexts[0];
        return draft with
        {
            Holder = draft.Holder with { Name = Text() },
            System = draft.System with { Name = Text(), Version = Text() },
            Scope = draft.Scope with { Contexts = [context, .. Several(8, () => context with { Use = LongText(), Affected = Several(5, Text) })] },
            Restrictions = [.. draft.Restrictions, .. Several(6, () => draft.Restrictions[0] with { Value = Text(), Text = LongText() })],
            Parties = [.. draft.Parties, .. Several(40, () => draft.Parties[1] with { Name = Text(), Contact = Text() }).Select((party, n) => party with { Id = $"party-{n}" })],
            KnownLimitations = [Text(), .. Several(4, LongText)],
        };
    }

    private List<T> Several<T>(int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => make())];

    // Something that is not blank among up to eight odd pieces.
    private string Text() => Odd(4) + "a" + Odd(4);

    private string LongText() => string.Concat(Enumerable.Repeat(Text(), random.Next(1, 25)));

    private string Odd(int most) => string.Concat(Several(most, () => Pieces[random.Next(Pieces.Length)]));
}
