using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Schema;
using Certification.Bench.Harness;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;

namespace Certification.Bench.Signing;

/// <summary>The strict profile with a pinned key, against the least that any verifier must do: one limited parse, the two
/// canonical forms, the hashes, one ECDSA and one validating read. A second line has a floor that reads without validating.</summary>
public sealed class VerifyCertificate : IBenchmark
{
    private static readonly XmlReaderSettings Limits = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1 << 20 };

    /// <inheritdoc/>
    public string Name => "verify a certificate, key pinned";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        var hand = await CertificateAtHand.Make();
        using var authority = hand.Authority;
        using var key = authority.Keys.Issuing.Certificate.GetECDsaPublicKey()!;
        var validating = Limits.Clone();
        validating.ValidationType = ValidationType.Schema;
        validating.Schemas = CertificateXml.CompiledSchema();
        Task<double> Subject() => CertificateAtHand.Time(() => Require(CertificateVerifier.Check(
            hand.Signed.Xml, thumbprint => hand.Trust.Find(ServiceKind.Issuing, thumbprint)?.Key).Certificate is not null));
        Task<double> Floor(XmlReaderSettings reading) => CertificateAtHand.Time(() => Require(VerifyBare(hand.Signed.Xml, key, reading)));
        return
        [
            await new Comparison(Name, "parse, C14Ns, hashes, ECDSA, validating read", "us", 1.2, Direction.AtMost).Run(() => Floor(validating), Subject),
            await new Comparison(Name, "the same with a read that does not validate", "us", 1.2, Direction.ReportedOnly).Run(() => Floor(Limits), Subject),
        ];
    }

    private static bool VerifyBare(byte[] file, ECDsa key, XmlReaderSettings reading)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using (var parser = XmlReader.Create(new MemoryStream(file), Limits))
        {
            document.Load(parser);
        }

        var signature = (XmlElement)document.DocumentElement!.LastChild!;
        document.DocumentElement.RemoveChild(signature);
        var canonical = Canonicalize(document);
        var info = new XmlDocument { PreserveWhitespace = true };
        ((XmlElement)info.AppendChild(info.ImportNode(signature.FirstChild!, deep: true))!).SetAttribute("xmlns", SignedXml.XmlDsigNamespaceUrl);
        using (var reader = XmlReader.Create(new MemoryStream(canonical), reading))
        {
            while (reader.Read())
            {
            }
        }

        var digest = Convert.FromBase64String(signature.GetElementsByTagName("DigestValue")[0]!.InnerText);
        return SHA256.HashData(canonical).AsSpan().SequenceEqual(digest)
            && key.VerifyHash(SHA256.HashData(Canonicalize(info)), Convert.FromBase64String(signature.LastChild!.InnerText));
    }

    private static byte[] Canonicalize(XmlDocument document)
    {
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(document);
        return ((MemoryStream)transform.GetOutput(typeof(Stream))).ToArray();
    }

    private static ValueTask Require(bool holds) =>
        holds ? ValueTask.CompletedTask : throw new InvalidOperationException("What is measured must verify.");
}
