using System.Text.Json;

namespace Certification.Domain.Rulebooks;

/// <summary>Why a rulebook is refused.</summary>
/// <param name="Where">The id or code of the rule, or a JSON pointer where the fault lies in no rule.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) into the document; empty for the whole of it.</param>
public sealed record RulebookError(string Where, string Message, string Pointer = "")
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {Message}";

    /// <summary>The same error in a document that stands within another one.</summary>
    /// <param name="prefix">Pointer of the inner document.</param>
    public RulebookError Within(string prefix) => this with { Pointer = prefix + Pointer };

    /// <summary>The same error with the place that its rule has in a document.</summary>
    internal RulebookError LocatedIn(JsonElement document) =>
        Pointer.Length > 0 ? this : this with { Pointer = DocumentPlaces.Find(document, Where) };
}
