namespace Certification.Domain.Rulebooks;

/// <summary>The shared words: every code that a declaration may use, axis by axis. Capability and context are two axes,
/// because the same model in another context is another risk.</summary>
public sealed record Taxonomy(
    IReadOnlyList<Term> Capabilities,
    IReadOnlyList<Term> Sectors,
    IReadOnlyList<Term> Roles,
    IReadOnlyList<Term> Affected,
    IReadOnlyList<Term> Scales,
    IReadOnlyList<Term> Reversibilities,
    IReadOnlyList<Term> Accesses,
    IReadOnlyList<Term> Incentives,
    IReadOnlyList<Term> Environments,
    IReadOnlyList<Term> PartyRoles)
{
    /// <summary>Each axis with its name in JSON.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<Term> Terms)> Axes() =>
    [
        ("capabilities", Capabilities), ("sectors", Sectors), ("roles", Roles), ("affected", Affected), ("scales", Scales),
        ("reversibilities", Reversibilities), ("accesses", Accesses), ("incentives", Incentives),
        ("environments", Environments), ("partyRoles", PartyRoles),
    ];

    /// <summary>Every code of every axis.</summary>
    public IReadOnlySet<string> Codes() => Axes().SelectMany(axis => axis.Terms).Select(term => term.Code).ToHashSet();
}

/// <summary>One code of the taxonomy.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Words">Lower-case words or phrases by which a document in prose speaks of it: how a check sees that a model
/// card advises against the declared use. Empty when prose has no typical words for it.</param>
/// <param name="Tasks">Names by which model cards and bills of materials call a capability, such as <c>text2text-generation</c>.</param>
/// <param name="Broader">The floor's code of which a national code is a kind: the floor's rules judge it as that too. Null in the floor.</param>
public sealed record Term(string Code, string Label, IReadOnlyList<string>? Words = null, IReadOnlyList<string>? Tasks = null, string? Broader = null);
