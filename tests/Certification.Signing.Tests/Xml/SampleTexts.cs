using Certification.Domain.Certificates;
using Certification.Domain.Certificates.Lints;
using Certification.Testing.Certificates;
using CsCheck;

namespace Certification.Signing.Tests.Xml;

/// <summary>Texts that are awkward to write, canonicalize and read back.</summary>
internal static class SampleTexts
{
    private static readonly string[] Awkward =
        ["<", ">", "&", "\"", "'", "]]>", "<!--", "\r", "\n", "\t", " ", "\u0085", "\u00a0", "\u2028", "é", "e\u0301", "漢", "🙂", "&amp;", "&#13;", "x"];

    private static Gen<string[]> Pieces => Gen.Int[0, Awkward.Length - 1].Select(index => Awkward[index]).Array[0, 6];

    /// <summary>Up to twelve awkward pieces around something that is not blank.</summary>
    public static Gen<string> Generator { get; } =
        Gen.Select(Pieces, Pieces, (before, after) => string.Concat(before) + "a" + string.Concat(after));

    /// <summary>The sample draft with this text in places that people fill in.</summary>
    public static CertificateDraft With(string text)
    {
        var draft = SampleDraft.Create();
        return draft with
        {
            Holder = draft.Holder with { Name = text },
            System = draft.System with { Name = text, Version = text },
            KnownLimitations = [text, text[..Math.Min(text.Length, TextSurvivesXml.LongestText)]],
            Parties = [draft.Parties[0] with { Contact = text }, draft.Parties[1]],
        };
    }
}
