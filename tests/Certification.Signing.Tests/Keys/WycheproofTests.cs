using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Certification.Signing.Keys;
using Certification.Testing;
using Xunit;

namespace Certification.Signing.Tests.Keys;

public sealed class WycheproofTests
{
    [Fact]
    public void P256_signatures_are_judged_as_project_wycheproof_does()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("ecdsa", "ecdsa_secp256r1_sha256_p1363_test.json")));
        var wrong = new List<int>();
        foreach (var group in vectors.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            var key = Key(Convert.FromHexString(group.GetProperty("publicKeyDer").GetString()!));
            wrong.AddRange(group.GetProperty("tests").EnumerateArray().Where(test => !Agrees(key, test)).Select(test => test.GetProperty("tcId").GetInt32()));
        }

        Assert.Empty(wrong);
    }

    private static bool Agrees(VerificationKey key, JsonElement test)
    {
        var digest = SHA256.HashData(Convert.FromHexString(test.GetProperty("msg").GetString()!));
        var holds = key.VerifyEcdsa(digest, Convert.FromHexString(test.GetProperty("sig").GetString()!));
        return holds == (test.GetProperty("result").GetString() == "valid");
    }

    private static VerificationKey Key(byte[] spki)
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedName("CN=vector");
        var request = new CertificateRequest(name, PublicKey.CreateFromSubjectPublicKeyInfo(spki, out _), HashAlgorithmName.SHA256);
        return new(request.Create(name, X509SignatureGenerator.CreateForECDsa(signer), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90), [1]));
    }
}
