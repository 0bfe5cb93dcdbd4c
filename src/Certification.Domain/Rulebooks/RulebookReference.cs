namespace Certification.Domain.Rulebooks;

/// <summary>Names exactly one text of one version of a rulebook.</summary>
/// <param name="Digest">SHA-256 of the rulebook's bytes as published.</param>
public sealed record RulebookReference(string Id, string Version, Sha256Digest Digest)
{
    /// <summary>Clauses name major and minor version only: a patch changes words, never what is demanded.</summary>
    internal static string OriginOf(string id, string version) => $"{id}/{string.Join('.', version.Split('.').Take(2))}";
}
