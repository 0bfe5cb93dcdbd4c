using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Domain;
using Certification.Signing.Trust;

namespace Certification.Cli.Keys;

/// <summary>An authority's card: its entry for others' trust lists, as a file beside its root.</summary>
internal static class AuthorityCard
{
    private const long Limit = 1 << 20;

    /// <summary>Path of the card beside the root.</summary>
    internal static string In(string folder) => Path.Combine(folder, KeysCommand.CardFile);

    /// <summary>Reads a card.</summary>
    /// <exception cref="ProblemException">The file is no card.</exception>
    internal static TrustedAuthority Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<TrustedAuthority>(InputFile.Read(path, Limit), DomainJson.Strict)!;
        }
        catch (JsonException malformed)
        {
            throw new ProblemException(
                new Problem($"This is no authority's card: {malformed.Message}", path, "Get the card anew from its authority.", "trust.card-malformed"),
                ExitCode.No);
        }
    }

    /// <summary>Writes a card, whole or not at all.</summary>
    internal static void Write(string path, TrustedAuthority card)
    {
        File.WriteAllBytes(path + ".new", DomainJson.Bytes(card));
        File.Move(path + ".new", path, overwrite: true);
    }
}
