using System.Text;
using Certification.Storage.Inbox;

namespace Certification.Functions.Durable;

/// <summary>Large JSON inside an orchestration, which may do no I/O: what is over <see cref="PayloadStore.InlineLimit"/> goes
/// to and from blobs through activities, in pieces, because messages of a megabyte fail on their way through the host.</summary>
internal sealed class WirePayloads(EngineCalls engine)
{
    /// <summary>Characters in a piece: at most 300 KB of UTF-8.</summary>
    public const int PieceLength = 100_000;

    /// <summary>JSON as it travels: itself, or a reference.</summary>
    public async Task<string> Pack(string json)
    {
        if (Encoding.UTF8.GetByteCount(json) <= PayloadStore.InlineLimit) return json;
        var pieces = new List<string>();
        for (var from = 0; from < json.Length; from += PieceLength)
        {
            var piece = json.Substring(from, Math.Min(PieceLength, json.Length - from));
            pieces.Add(await Keep(new PayloadPiece(piece, [])));
        }

        return await Keep(new PayloadPiece(null, pieces));
    }

    /// <summary>JSON from what travelled.</summary>
    public async Task<string> Unpack(string packed)
    {
        if (!PayloadStore.IsReference(packed)) return packed;
        var json = new StringBuilder();
        string piece;
        do
        {
            piece = await engine.Call<string>(EngineActivities.ReadPayload, new PayloadPart(packed, json.Length));
            json.Append(piece);
        }
        while (piece.Length == PieceLength);
        return json.ToString();
    }

    private Task<string> Keep(PayloadPiece piece) => engine.Call<string>(EngineActivities.KeepPayload, piece);
}

/// <summary>A piece to keep, or the references of all pieces to join.</summary>
internal sealed record PayloadPiece(string? Text, IReadOnlyList<string> Join);

/// <summary>A wish for the part of a payload that begins at a character.</summary>
internal sealed record PayloadPart(string Reference, int From);
