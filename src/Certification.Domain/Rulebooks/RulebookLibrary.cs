namespace Certification.Domain.Rulebooks;

/// <summary>The rulebooks that come with this software. Every authority starts from them; later versions arrive as data.</summary>
public static class RulebookLibrary
{
    /// <summary>The floor that all authorities share.</summary>
    public static Rulebook Floor { get; } = OrThrow(RulebookReader.ReadFloor(Resource("floor-1.0.0.json")));

    /// <summary>The floor with one authority's additions merged in; the floor itself for an authority without additions.</summary>
    /// <param name="authority">Code such as <c>XA</c>.</param>
    public static Rulebook InForceAt(string authority) => ByAuthority.GetValueOrDefault(authority, Floor);

    private static readonly Dictionary<string, Rulebook> ByAuthority = new[] { "xa-1.0.0.json", "xb-1.0.0.json", "xc-1.0.0.json" }
        .Select(name => OrThrow(RulebookReader.ReadAdditions(Resource(name))))
        .ToDictionary(additions => additions.Authority, additions => OrThrow(RulebookAdoption.Adopt(Floor, additions)));

    // These documents are part of the build: one that is refused is a fault of ours, not of a user.
    private static T OrThrow<T>(RulebookReading<T> reading) where T : class => reading.Value
        ?? throw new InvalidOperationException($"A built-in rulebook is refused: {string.Join("; ", reading.Errors)}");

    private static byte[] Resource(string name)
    {
        using var stream = typeof(RulebookLibrary).Assembly.GetManifestResourceStream($"Certification.Domain.Rulebooks.Data.{name}")
            ?? throw new InvalidOperationException($"The rulebook {name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
