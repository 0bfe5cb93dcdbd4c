using System.Text;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Damages a certificate in the ways that parsers, canonicalization and signatures trip over. What it does is decided
/// by the random source alone, so a seed plays the same damage again.</summary>
internal sealed class Mutation(byte[] file, Random random)
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<", ">", "&", "&amp;", "&#65;", "&#x41;", "&#13;", "&#0;", "]]>", "<![CDATA[x]]>", "<!-- -->", "<?x?>", " ", "\n", "\t", "\r\n", "\u0085", "\u2028", "\ufeff", "=", "A",
            "<Number>", "</Number>", "<Certificate>", "</Certificate>", "<Signature>", "</Signature>", "<Object/>", "<KeyInfo/>", "<KeyInfo><KeyName>x</KeyName></KeyInfo>",
            " xmlns=\"\"", " xmlns=\"urn:certification:certificate:1\"", " xmlns:c=\"urn:certification:certificate:1\"", " xml:lang=\"en\"", " Id=\"a\"", " URI=\"\"",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "<?xml version=\"1.0\"?>", "http://www.w3.org/2000/09/xmldsig#sha1", "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></Transform>",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private readonly int _signature = file.AsSpan().IndexOf("<Signature "u8);

    /// <summary>The next damaged file, one to four damages deep.</summary>
    public byte[] Next()
    {
        var bytes = file.ToList();
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 8; times--)
        {
            Damage(bytes);
        }

        return [.. bytes];
    }

    private void Damage(List<byte> bytes)
    {
        // Half of the damage goes to the signature, which is a tenth of the file and most of what is decided there.
        var at = random.Next(random.Next(2) == 0 ? Math.Min(_signature, bytes.Count - 1) : 0, bytes.Count);
        switch (random.Next(9))
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
            case 3: bytes.InsertRange(at, Piece()); break;
            case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at))); break;
            case 5: InsertBesideTag(bytes, at, Piece()); break;
            case 6: MoveElement(bytes, at); break;
            case 7: InsertBesideTag(bytes, at, [(byte)" \t\r\n"[random.Next(4)]]); break;
            default: Escape(bytes, at); break;
        }
    }

    private byte[] Piece() => Pieces[random.Next(Pieces.Length)];

    // Before or after the next '<' or '>': where white space and new nodes are well-formed.
    private void InsertBesideTag(List<byte> bytes, int at, byte[] what)
    {
        var mark = bytes.IndexOf((byte)(random.Next(2) == 0 ? '<' : '>'), at);
        if (mark >= 0)
        {
            bytes.InsertRange(mark + random.Next(2), what);
        }
    }

    // A piece between two tags goes elsewhere between two tags.
    private void MoveElement(List<byte> bytes, int at)
    {
        var start = bytes.IndexOf((byte)'<', at);
        var end = start < 0 ? -1 : bytes.IndexOf((byte)'<', Math.Min(start + random.Next(1, 600), bytes.Count - 1));
        if (end < 0)
        {
            return;
        }

        var piece = bytes.GetRange(start, end - start);
        if (random.Next(2) == 0)
        {
            bytes.RemoveRange(start, piece.Count);
        }

        var target = bytes.IndexOf((byte)'<', random.Next(bytes.Count));
        bytes.InsertRange(target < 0 ? bytes.Count : target, piece);
    }

    // A letter as a character reference: the canonical form is the same again where a text stands.
    private static void Escape(List<byte> bytes, int at)
    {
        var letter = bytes[at];
        if (char.IsAsciiLetterOrDigit((char)letter))
        {
            bytes.RemoveAt(at);
            bytes.InsertRange(at, Encoding.ASCII.GetBytes($"&#{letter};"));
        }
    }
}
