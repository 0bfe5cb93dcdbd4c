using System.Text.RegularExpressions;
using Certification.Domain.Evidence;

namespace Certification.Formats.ModelCards;

/// <summary>What the prose of a card says: headings, sentences that advise against a use or admit a limitation, models named.
/// Code blocks count for the models that they name only.</summary>
internal sealed partial class CardProse
{
    private const int MostStatements = 100;
    private const int MostMentions = 200;

    private readonly List<CardStatement> _advisedAgainst = [];
    private readonly List<CardStatement> _limitations = [];
    private readonly HashSet<string> _mentions = [];
    private readonly List<CardStatement> _intendedUses = [];
    private bool _underOutOfScope;
    private bool _underUse;

    public string? Title { get; private set; }

    public bool HasLimitationsSection { get; private set; }

    public bool HasIntendedUse { get; private set; }

    public IReadOnlyList<CardStatement> AdvisedAgainst => _advisedAgainst;

    public IReadOnlyList<CardStatement> Limitations => _limitations;

    public IReadOnlyList<CardStatement> IntendedUses => _intendedUses;

    public IReadOnlyList<string> Mentions => [.. _mentions];

    public IReadOnlyList<string> Variants { get; private set; } = [];

    public static CardProse Read(string[] lines, int start)
    {
        var prose = new CardProse();
        foreach (var block in MarkdownBlocks.Of(lines, start))
            prose.Take(block);
        return prose;
    }

    private void Take(MarkdownBlock block)
    {
        foreach (var mention in RepositoryName().EnumerateMatches(block.Text))
        {
            if (_mentions.Count < MostMentions)
                _mentions.Add(block.Text.Substring(mention.Index, mention.Length));
        }

        switch (block.Kind)
        {
            case MarkdownKind.Heading: Heading(block); break;
            case MarkdownKind.Table when Variants.Count == 0: Variants = CardVariants.Of(block.Text); break;
            case MarkdownKind.Paragraph: Paragraph(block); break;
        }
    }

    private void Heading(MarkdownBlock block)
    {
        if (block.Level <= 2)
            Title ??= block.Text;
        _underOutOfScope = OutOfScope().IsMatch(block.Text);
        HasLimitationsSection |= LimitationHeading().IsMatch(block.Text);
        _underUse = !_underOutOfScope && UseHeading().IsMatch(block.Text);
        HasIntendedUse |= UseHeading().IsMatch(block.Text);
    }

    private void Paragraph(MarkdownBlock block)
    {
        foreach (var sentence in SentenceEnd().Split(block.Text).Where(sentence => sentence.Length > 0))
        {
            var isAgainst = _underOutOfScope || Against().IsMatch(sentence);
            if (isAgainst && _advisedAgainst.Count < MostStatements)
                _advisedAgainst.Add(new(sentence, block.Line));
            if (_underUse && !isAgainst && _intendedUses.Count < MostStatements)
                _intendedUses.Add(new(sentence, block.Line));
            if (Limitation().IsMatch(sentence) && _limitations.Count < MostStatements)
                _limitations.Add(new(sentence, block.Line));
        }
    }

    // An owner has no dot: with one, it is the host of a web address.
    [GeneratedRegex(@"(?<![\w./-])[A-Za-z0-9][\w-]{1,60}/[A-Za-z][\w.-]{1,90}\b", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryName();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[A-Z*\-])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"out[- ]of[- ]scope|misuse|not intended|prohibited|unsupported use", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutOfScope();

    [GeneratedRegex(@"limitation|risk|bias|caveat|ethical", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LimitationHeading();

    [GeneratedRegex(@"\buses?\b|\busage\b|application", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UseHeading();

    [GeneratedRegex(@"(recommend|advise|caution|warn)\w*\s+(\w+\s+)?against|\bnot\s+(be\s+)?(intended|suitable|appropriate|designed|meant)\b|\b(should|must|may|can)\s+not\s+be\s+used|\bdo\s+not\s+use|unsuitable|out[- ]of[- ]scope|prohibited|not only not evaluated", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Against();

    [GeneratedRegex(@"limitation|\bbias|hallucinat|inaccura|uneven|lower accuracy|disparate|stereotyp|error rate|unreliable|less reliabl|performs? (worse|poorly)|weaker|struggles?\b|does not (know|work|handle|cover)|\bfails?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limitation();
}
