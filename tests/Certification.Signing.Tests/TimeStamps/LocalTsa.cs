using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Signing.TimeStamps;
using Certification.Testing.Certificates;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;

namespace Certification.Signing.Tests.TimeStamps;

/// <summary>A time-stamping authority that stamps with a time of one's choice, or as <c>openssl ts</c> does, with the machine's.</summary>
internal sealed class LocalTsa : IDisposable
{
    private readonly OpensslTsa _tsa = new();

    /// <summary>What a verifier pins.</summary>
    public X509Certificate2 Root => _tsa.Root;

    /// <summary>A token of this time.</summary>
    public byte[] Stamp(Sha256Digest digest, DateTimeOffset at)
    {
        using var pem = new StringReader(_tsa.Key.ExportECPrivateKeyPem());
        var pair = (Org.BouncyCastle.Crypto.AsymmetricCipherKeyPair)new PemReader(pem).ReadObject();
        var certificate = DotNetUtilities.FromX509Certificate(_tsa.Certificate);
        var generator = new TimeStampTokenGenerator(pair.Private, certificate, TspAlgorithms.Sha256, OpensslTsa.Policy);
        generator.SetCertificates(CollectionUtilities.CreateStore([certificate]));
        var request = new TimeStampRequestGenerator();
        request.SetCertReq(true);
        return generator.Generate(request.Generate(TspAlgorithms.Sha256, digest.ToBytes()), BigInteger.One, at.UtcDateTime).GetEncoded();
    }

    /// <summary>The answer of openssl to a question.</summary>
    public byte[] Reply(TimeStampQuery query) => _tsa.Reply(query.Bytes());

    public void Dispose() => _tsa.Dispose();
}
