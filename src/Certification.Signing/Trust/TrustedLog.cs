using Certification.Signing.Keys;
using Certification.Signing.Log;

namespace Certification.Signing.Trust;

/// <summary>An authority's transparency log, and the keys with which the authority witnesses the logs of others.</summary>
/// <param name="Origin">Which log; no other authority of the list may claim it.</param>
/// <param name="Keys">Its Ed25519 keys, as vkeys named by the origin, for tools that know no other algorithm. Each service of kind
/// <see cref="ServiceKind.Log"/> counts besides, on P-256.</param>
/// <param name="Witnesses">Keys with which the authority cosigns, as vkeys.</param>
public sealed record TrustedLog(string Origin, IReadOnlyList<string> Keys, IReadOnlyList<string> Witnesses)
{
    /// <summary>The entry of an authority whose log keys are in a folder, or of one whose keys are all in a vault.</summary>
    /// <param name="api">Base URL of its API.</param>
    /// <param name="keys">Null with a vault.</param>
    public static TrustedLog Of(string api, NoteKeys? keys) => keys is null
        ? new(OriginOf(api), [], [])
        : new(OriginOf(api), [keys.Log(OriginOf(api)).Verifier.ToString()], [keys.Witness(WitnessOf(api)).Verifier.ToString()]);

    /// <summary>What the log of the authority at this address is called, in checkpoints and in certificates.</summary>
    public static string OriginOf(string api) => $"{new Uri(api).Authority}/log";

    /// <summary>What the authority at this address is called as a witness.</summary>
    public static string WitnessOf(string api) => $"{new Uri(api).Authority}/witness";
}

/// <summary>The same with its keys read.</summary>
/// <param name="Authority">Code of the authority.</param>
internal sealed record TrustedNoteKeys(
    string Authority, string Origin, IReadOnlyList<NoteVerifier> Keys, IReadOnlyList<WitnessVerifier> Witnesses)
{
    /// <summary>Reads the keys of an authority's entry. A list from before authorities had logs says nothing of them.</summary>
    /// <exception cref="FormatException">A key is none, or is another log's.</exception>
    public static TrustedNoteKeys Of(TrustedAuthority authority)
    {
        var log = authority.Log ?? TrustedLog.Of(authority.Api, null);
        return new(
            authority.Code,
            log.Origin,
            [.. log.Keys.Select(vkey => Read<Ed25519NoteVerifier>(authority.Code, vkey)).Select(key => key.Name == log.Origin
                ? key
                : throw new FormatException($"{authority.Code} names the key of {key.Name} for its log {log.Origin}."))],
            [.. log.Witnesses.Select(vkey => Read<WitnessVerifier>(authority.Code, vkey))]);
    }

    private static T Read<T>(string authority, string vkey) where T : NoteVerifier => NoteVerifier.TryParse(vkey, out var key) && key is T wanted
        ? wanted
        : throw new FormatException($"{authority} names a key that cannot be read: {vkey}");
}
