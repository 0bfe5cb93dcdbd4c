using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Security.Cryptography.X509Certificates;
using Certification.Domain.Certificates;
using Certification.Signing.Cose;
using Certification.Signing.StatusLists;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.StatusLists;

public sealed class StatusListCwtTests : IDisposable
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public async Task A_token_says_again_what_was_put_into_it()
    {
        var token = StatusListCwt.Open(await Sign(StatusEntry.Suspended), await _xa.TrustAsync(), Asked, out var fault);
        Assert.Null(fault);
        Assert.Equal(("XA", SampleDraft.StatusList, SampleDraft.Day.AddDays(1)), (token!.Authority, token.Subject, token.IssuedAt));
        Assert.Equal(StatusEntry.Suspended, token.Entries[SampleDraft.Create().Status.Index]);
    }

    [Theory]
    [InlineData(StatusEntry.Valid, null)]
    [InlineData(StatusEntry.Invalid, "certificate.withdrawn")]
    [InlineData(StatusEntry.Suspended, "certificate.suspended")]
    public async Task A_verdict_with_the_CWT_is_that_with_the_JWT(StatusEntry entry, string? code)
    {
        var signed = await _xa.SignAsync();
        var inputs = new VerificationInputs(await _xa.TrustAsync(), null, Asked, TimeSpan.FromHours(24), await Sign(entry));
        var verdict = CertificateVerification.Verify(signed.Xml, inputs).Verdict;
        Assert.Equal(code, verdict.Reasons.SingleOrDefault()?.Code);
        Assert.NotNull(verdict.StatusList);
    }

    [Fact]
    public async Task A_header_label_that_fits_no_integer_is_no_token()
    {
        byte[] cwt = [0xD2, 0x84, 0x4B, 0xA1, 0x1B, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0xA0, 0x40, 0x58, 0x40, .. new byte[64]];
        Assert.Null(StatusListCwt.Open(cwt, await _xa.TrustAsync(), Asked, out var fault));
        Assert.NotNull(fault);
    }

    [Fact]
    public async Task Another_implementation_of_COSE_verifies_it()
    {
        var message = CoseMessage.DecodeSign1(await Sign(StatusEntry.Valid));
        using var key = _xa.Keys.Status.Certificate.GetECDsaPublicKey()!;
        Assert.True(message.VerifyEmbedded(key));
    }

    [Fact]
    public async Task It_is_little_more_than_half_of_the_JWT_which_encodes_twice()
    {
        var random = new Random(5);
        var list = StatusList.Create().With(Enumerable.Range(0, 3000).Select(_ => KeyValuePair.Create(random.Next(StatusList.DefaultEntries), StatusEntry.Invalid)).DistinctBy(pair => pair.Key));
        var cwt = await StatusListCwt.SignAsync(list, SampleDraft.StatusList, Asked, TimeSpan.FromDays(1), TimeSpan.FromHours(1), _xa.Keys.Status);
        var jwt = await StatusListToken.SignAsync(list, SampleDraft.StatusList, Asked, TimeSpan.FromDays(1), TimeSpan.FromHours(1), _xa.Keys.Status);
        Assert.InRange(cwt.Length / (double)jwt.Length, 0.5, 0.6);
    }

    [Fact]
    public async Task Any_changed_byte_is_refused()
    {
        var (cwt, trust, random) = (await Sign(StatusEntry.Invalid), await _xa.TrustAsync(), new Random(3));
        for (var round = 0; round < 500; round++)
        {
            var changed = (byte[])cwt.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Null(StatusListCwt.Open(changed, trust, Asked, out var fault));
            Assert.Contains(fault!.Code, (string[])["status.malformed", "status.signature-invalid", "status.signer-unknown"]);
        }
    }

    [Fact]
    public async Task What_another_key_or_another_type_signed_is_refused()
    {
        var trust = await _xa.TrustAsync();
        var byIssuing = await StatusListCwt.SignAsync(StatusList.Create(), SampleDraft.StatusList, Asked, TimeSpan.FromDays(1), TimeSpan.FromHours(1), _xa.Keys.Issuing);
        var otherType = await SignedCbor.SignAsync("application/cwt", [0xA0], _xa.Keys.Status);
        var empty = await SignedCbor.SignAsync(StatusListCwt.MediaType, [0xA0], _xa.Keys.Status);
        StatusListCwt.Open(byIssuing, trust, Asked, out var unknown);
        StatusListCwt.Open(otherType, trust, Asked, out var mistyped);
        StatusListCwt.Open(empty, trust, Asked, out var incomplete);
        Assert.Equal(("status.signer-unknown", "status.malformed", "status.malformed"), (unknown!.Code, mistyped!.Code, incomplete!.Code));
    }

    [Fact]
    public async Task An_algorithm_in_the_header_other_than_ours_is_refused()
    {
        // Signed by the right key with SHA-512: a header form that we neither write nor accept.
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var foreign = CoseSign1Message.SignEmbedded([0xA0], new CoseSigner(key, HashAlgorithmName.SHA512));
        Assert.Null(StatusListCwt.Open(foreign, await _xa.TrustAsync(), Asked, out var fault));
        Assert.Equal("status.malformed", fault!.Code);
    }

    [Fact]
    public async Task A_claim_that_we_do_not_know_is_passed_over()
    {
        var writer = new CborWriter();
        writer.WriteStartMap(5);
        foreach (var (label, write) in new (int, Action)[]
        {
            (2, () => writer.WriteTextString(SampleDraft.StatusList)), (4, () => writer.WriteInt64(Asked.AddDays(1).ToUnixTimeSeconds())),
            (6, () => writer.WriteInt64(Asked.ToUnixTimeSeconds())), (99, () => writer.WriteByteString([1, 2])),
            (65533, () => WriteList(writer)),
        })
        {
            writer.WriteInt32(label);
            write();
        }

        writer.WriteEndMap();
        var cwt = await SignedCbor.SignAsync(StatusListCwt.MediaType, writer.Encode(), _xa.Keys.Status);
        Assert.Equal(12, StatusListCwt.Open(cwt, await _xa.TrustAsync(), Asked, out _)!.Entries.Count);
    }

    private static void WriteList(CborWriter writer)
    {
        using var zlib = new MemoryStream();
        using (var deflate = new System.IO.Compression.ZLibStream(zlib, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write([0xC9, 0x44, 0xF9]);
        }

        writer.WriteStartMap(3);
        writer.WriteTextString("bits");
        writer.WriteInt32(2);
        writer.WriteTextString("lst");
        writer.WriteByteString(zlib.ToArray());
        writer.WriteTextString("aggregation_uri");
        writer.WriteTextString("https://xa.example/status");
        writer.WriteEndMap();
    }

    private ValueTask<byte[]> Sign(StatusEntry entry) => StatusListCwt.SignAsync(
        StatusList.Create().With(SampleDraft.Create().Status.Index, entry), SampleDraft.StatusList, SampleDraft.Day.AddDays(1),
        TimeSpan.FromDays(7), TimeSpan.FromHours(1), _xa.Keys.Status);
}
