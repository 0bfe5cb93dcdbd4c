using System.Xml;

namespace Certification.Signing.Xml;

/// <summary>Loads a document in one limited pass, and refuses while reading what the profile bans: once an
/// <see cref="XmlDocument"/> exists it is too late for limits (a deeply nested one overflows the stack in canonicalization).</summary>
internal static class StrictXml
{
    /// <summary>Bytes of the largest file that is read at all: more than the most that intake lets into a certificate.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    /// <summary>Elements within elements; the profile needs 6.</summary>
    public const int DeepestElement = 12;

    /// <summary>Attributes, namespace declarations included, of one element; the profile needs 2.</summary>
    public const int MostAttributes = 4;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFile,
    };

    /// <summary>The document, white space kept, without any <c>KeyInfo</c>.</summary>
    /// <exception cref="CertificateRejectedException">It has one of the faults up to <see cref="CertificateFault.RootUnknown"/>.</exception>
    public static XmlDocument Load(ReadOnlyMemory<byte> file)
    {
        if (file.Length > LargestFile)
        {
            throw new CertificateRejectedException(
                CertificateFault.TooLarge, $"The file has {file.Length} bytes; a certificate has at most {LargestFile}.");
        }

        // UTF-8 without byte order mark begins with '<'; so does UTF-16 without one, but a zero byte is its neighbour.
        if (file.Length < 2 || file.Span[0] != '<' || file.Span[1] == 0)
        {
            throw new CertificateRejectedException(
                CertificateFault.EncodingNotAllowed, "A certificate is UTF-8 without byte order mark and begins with '<'.");
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file.ToArray(), writable: false), Settings);
            return new StrictXmlLoader(reader).Load();
        }
        catch (XmlException fault)
        {
            // The reader prohibits DTDs without saying so in a way that a program can tell.
            throw file.Span.IndexOf("<!DOCTYPE"u8) >= 0
                ? new CertificateRejectedException(CertificateFault.DoctypePresent, "There is a document type declaration.")
                : new CertificateRejectedException(CertificateFault.NotWellFormed, fault.Message);
        }
    }
}
