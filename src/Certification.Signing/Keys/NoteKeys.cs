using System.Formats.Asn1;
using System.Security.Cryptography;
using Certification.Signing.Log;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Certification.Signing.Keys;

/// <summary>The two Ed25519 keys of an authority: one signs its log's checkpoints for the world's tools, which know no other
/// algorithm, one cosigns the checkpoints of other logs. Key vaults keep no Ed25519, so an authority with a vault has none.</summary>
/// <param name="log">Private key of 32 bytes (RFC 8032).</param>
/// <param name="witness">Another.</param>
public sealed class NoteKeys(byte[] log, byte[] witness)
{
    internal const string LogFile = "log-ed25519.key.pem";
    internal const string WitnessFile = "witness.key.pem";
    private const string Label = "PRIVATE KEY";
    private const string Ed25519 = "1.3.101.112";

    /// <summary>Signs the checkpoints of the authority's log.</summary>
    /// <param name="origin">Which log.</param>
    public INoteSigner Log(string origin) => new Ed25519NoteSigner(origin, log);

    /// <summary>Cosigns the checkpoints of other logs.</summary>
    /// <param name="name">Of the witness, such as <c>xa.example/witness</c>.</param>
    public WitnessSigner Witness(string name) => new(name, witness);

    /// <summary>Opens the keys of a folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="CryptographicException">A file is no Ed25519 key.</exception>
    internal static NoteKeys Open(string folder) => new(Read(Path.Combine(folder, LogFile)), Read(Path.Combine(folder, WitnessFile)));

    /// <summary>A fresh key as PEM (RFC 8410 §7).</summary>
    internal static string MakePem()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Ed25519);
            }

            using (writer.PushOctetString())
            {
                writer.WriteOctetString(RandomNumberGenerator.GetBytes(Ed25519NoteVerifier.KeyLength));
            }
        }

        return PemEncoding.WriteString(Label, writer.Encode());
    }

    private static byte[] Read(string path)
    {
        var pem = File.ReadAllText(path);
        try
        {
            var found = PemEncoding.Find(pem);
            var key = PrivateKeyFactory.CreateKey(Convert.FromBase64String(pem[found.Base64Data]));
            return key is Ed25519PrivateKeyParameters ed25519
                ? ed25519.GetEncoded()
                : throw new CryptographicException($"{path} is no Ed25519 key.");
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or IOException or SecurityUtilityException)
        {
            throw new CryptographicException($"{path} is no Ed25519 key: {unreadable.Message}");
        }
    }
}
