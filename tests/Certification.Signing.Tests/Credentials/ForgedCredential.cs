using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Certification.Signing.Keys;

namespace Certification.Signing.Tests.Credentials;

/// <summary>Takes a credential apart, and signs what our signer would refuse to sign.</summary>
internal static class ForgedCredential
{
    /// <summary>The header of a credential.</summary>
    public static JsonObject Header(string compact) => Part(compact, 0);

    /// <summary>Its payload.</summary>
    public static JsonObject Payload(string compact) => Part(compact, 1);

    /// <summary>The credential with header or payload changed, and signed with this key.</summary>
    public static async Task<string> Sign(string compact, ISigningKey key, Action<JsonObject>? header = null, Action<JsonObject>? payload = null)
    {
        var (head, body) = (Header(compact), Payload(compact));
        header?.Invoke(head);
        payload?.Invoke(body);
        var input = $"{Encode(head)}.{Encode(body)}";
        return $"{input}.{Base64Url.EncodeToString(await key.SignAsync(SHA256.HashData(Encoding.ASCII.GetBytes(input))))}";
    }

    /// <summary>JSON as a part of a JWS.</summary>
    public static string Encode(JsonObject part) => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(part.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));

    private static JsonObject Part(string compact, int index) => JsonNode.Parse(Base64Url.DecodeFromChars(compact.Split('.')[index]))!.AsObject();
}
