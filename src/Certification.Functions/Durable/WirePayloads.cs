using System.Text;
using Certification.Storage.Inbox;

namespace Certification.Functions.Durable;

/// <summary>Large JSON inside an orchestration, which may do no I/O: what is over <see cref="PayloadStore.InlineLimit"/> goes
/// to and from blobs through activities, in pieces, because messages of a megabyte fail on their way through the host.</summary>
internal sealed class WirePayloads(EngineCalls engine)
{
    /// <summary>Characters in a piece. As JSON inside JSON a character takes six at most.</summary>
    public const int PieceLength = 150_000;

    /// <summary>JSON as it travels: itself, or a reference.</summary>
    public async Task<string> Pack(string json)
    {
        if (Encoding.UTF8.GetByteCount(json) <= PayloadStore.InlineLimit) return json;
        var pieces = Starts(0, json.Length).Select(from => Keep(new PayloadPiece(Piece(json, from), [])));
        return await Keep(new PayloadPiece(null, await Task.WhenAll(pieces)));
    }

    /// <summary>JSON from what travelled.</summary>
    public async Task<string> Unpack(string packed)
    {
        if (!PayloadStore.IsReference(packed)) return packed;
        var first = await Read(packed, 0);
        var others = await Task.WhenAll(Starts(PieceLength, first.Length).Select(from => Read(packed, from)));
        return string.Concat(others.Select(part => part.Text).Prepend(first.Text));
    }

    /// <summary>The piece of a text that begins at a character.</summary>
    public static string Piece(string text, int from) => text.Substring(from, Math.Min(PieceLength, text.Length - from));

    private static IEnumerable<int> Starts(int first, int length)
    {
        for (var from = first; from < length; from += PieceLength) yield return from;
    }

    private Task<string> Keep(PayloadPiece piece) => engine.Call<string>(EngineActivities.KeepPayload, piece);

    private Task<PayloadPart> Read(string reference, int from) =>
        engine.Call<PayloadPart>(EngineActivities.ReadPayload, new PayloadPlace(reference, from));
}

/// <summary>A place in a payload.</summary>
/// <param name="From">Number of the character, from 0.</param>
internal sealed record PayloadPlace(string Reference, int From);

/// <summary>The piece at a place.</summary>
/// <param name="Length">Characters of the whole payload.</param>
internal sealed record PayloadPart(string Text, int Length);

/// <summary>A piece to keep, or the references of all pieces to join.</summary>
internal sealed record PayloadPiece(string? Text, IReadOnlyList<string> Join);
