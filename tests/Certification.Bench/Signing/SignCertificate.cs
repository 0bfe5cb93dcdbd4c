using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using Certification.Bench.Harness;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;

namespace Certification.Bench.Signing;

/// <summary>From a linted draft to the signed file, against SignedXml on XML that is written already.</summary>
public sealed class SignCertificate : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "sign a certificate";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        CryptoConfig.AddAlgorithm(typeof(EcdsaSignatureDescription), EcdsaSignatureDescription.Uri);
        var hand = await CertificateAtHand.Make();
        using var authority = hand.Authority;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var unsigned = CertificateXmlWriter.Write(hand.Signed.Certificate);
        var comparison = new Comparison(Name, "raw SignedXml: parse, sign, write", "us", 2.0, Direction.AtMost);
        return
        [
            await comparison.Run(
                () => CertificateAtHand.Time(() =>
                {
                    SignRaw(unsigned, key);
                    return ValueTask.CompletedTask;
                }),
                () => CertificateAtHand.Time(async () => await CertificateSigner.SignAsync(hand.Draft, authority.Keys.Issuing, SampleDraft.Day))),
        ];
    }

    private static byte[] SignRaw(byte[] unsigned, ECDsa key)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(new MemoryStream(unsigned));
        var signed = new SignedXml(document) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = EcdsaSignatureDescription.Uri;
        var reference = new Reference("") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();
        document.DocumentElement!.AppendChild(signed.GetXml());
        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }
}
