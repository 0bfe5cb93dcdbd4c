using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Bundles;
using Certification.Signing.Log;
using Certification.Signing.Tests.Log;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Bundles;

public sealed class BundleVerificationTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private static readonly WitnessSigner Witness = new("xb.example/witness", [9, .. new byte[31]]);
    private readonly SampleAuthority _xa = new();
    private CertificateBundle _bundle = null!;

    public async ValueTask InitializeAsync()
    {
        var signed = await _xa.SignAsync(SampleDraft.Create() with { Log = SampleLog.Origin, Rulebook = SampleDraft.Create().Rulebook with { Digest = Sha256Digest.Of("{}"u8) } });
        _bundle = new(
            CertificateBundle.CurrentFormat, Encoding.UTF8.GetString(signed.Xml), await TrustListSigner.SignAsync(_xa.TrustList(), _xa.Keys.Root),
            await _xa.StatusAsync(), LogProof: await Prove(signed.CanonicalDigest, SampleDraft.Day), Rulebook: "{}");
    }

    public ValueTask DisposeAsync()
    {
        _xa.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Everything_in_one_file_is_judged_by_a_pinned_anchor_alone()
    {
        var verdict = Verify(_bundle);
        Assert.Equal((VerificationOutcome.Valid, 0), (verdict.Outcome, verdict.Reasons.Count));
        Assert.All(new[] { verdict.TrustList, verdict.StatusList, verdict.Checkpoint }, digest => Assert.NotNull(digest));
    }

    [Fact]
    public void The_file_reads_back_and_gives_the_same_bytes_of_verdict()
    {
        var read = CertificateBundle.Read(_bundle.Bytes(), out var fault);
        Assert.Null(fault);
        Assert.Equal(DomainJson.Bytes(Verify(_bundle)), DomainJson.Bytes(Verify(read!)));
    }

    [Fact]
    public void Another_anchor_does_not_vouch_for_the_enclosed_trust_list()
    {
        using var xb = new SampleAuthority("XB", "Authority of Beispielland");
        Assert.Equal("trust.signature-invalid", Code(_bundle, policy => policy with { Anchor = xb.Keys.Root.Certificate }));
        Assert.Equal("trust.missing", Code(_bundle, policy => policy with { Anchor = null }));
    }

    [Fact]
    public void A_proof_that_is_missing_false_or_of_another_log_leaves_it_undetermined()
    {
        Assert.Equal("log.proof-missing", Code(_bundle with { LogProof = null }));
        Assert.Equal("log.proof-malformed", Code(_bundle with { LogProof = "c2sp.org/tlog-proof@v1\n" }));
        Assert.Equal("log.proof-invalid", Code(_bundle with { LogProof = _bundle.LogProof!.Replace("index 3\n", "index 2\n") }));
        Assert.Equal("log.witnesses-missing", Code(_bundle, policy => policy with { Log = policy.Log! with { Witnesses = [], Needed = 1 } }));
    }

    [Fact]
    public async Task A_certificate_that_names_another_log_leaves_it_undetermined()
    {
        var signed = await _xa.SignAsync();
        var bundle = _bundle with { Certificate = Encoding.UTF8.GetString(signed.Xml), LogProof = await Prove(signed.CanonicalDigest, SampleDraft.Day), Rulebook = null };
        Assert.Equal("log.wrong-log", Code(bundle));
    }

    [Fact]
    public void Another_rulebook_than_the_certificates_leaves_it_undetermined() =>
        Assert.Equal("bundle.rulebook-differs", Code(_bundle with { Rulebook = "{ }" }));

    [Theory]
    [InlineData(1, null)]
    [InlineData(5, "trust.issuer-compromised")]
    public async Task After_a_compromise_only_what_a_witness_saw_before_it_stays_valid(int witnessedAfterHours, string? code)
    {
        var trust = await CompromisedAt(SampleDraft.Day.AddHours(3));
        var check = CertificateVerifier.Check(Encoding.UTF8.GetBytes(_bundle.Certificate), thumbprint => trust.Find(ServiceKind.Issuing, thumbprint)?.Key);
        var proof = await Prove(check.CanonicalDigest!.Value, SampleDraft.Day.AddHours(witnessedAfterHours));
        Assert.Equal(code, Code(_bundle with { LogProof = proof }, policy => policy with { Trust = trust }));
    }

    [Fact]
    public async Task Without_a_witness_a_log_proof_is_no_time()
    {
        var trust = await CompromisedAt(SampleDraft.Day.AddHours(3));
        Assert.Equal("trust.issuer-compromised", Code(_bundle, policy => policy with { Trust = trust, Log = SampleLog.Policy }));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"certification-bundle/2\",\"certificate\":\"\"}")]
    [InlineData("{\"format\":\"certification-bundle/1\",\"certificate\":\"\",\"extra\":1}")]
    public void What_is_no_bundle_is_refused(string text)
    {
        Assert.Null(CertificateBundle.Read(Encoding.UTF8.GetBytes(text), out var fault));
        Assert.Equal("bundle.malformed", fault!.Code);
    }

    private VerificationVerdict Verify(CertificateBundle bundle, Func<BundlePolicy, BundlePolicy>? change = null)
    {
        var policy = new BundlePolicy(null, _xa.Keys.Root.Certificate, new([SampleLog.Key.Verifier], [Witness.Verifier], 1), Asked, TimeSpan.FromHours(24));
        return BundleVerification.Verify(bundle, change is null ? policy : change(policy)).Verdict;
    }

    private string? Code(CertificateBundle bundle, Func<BundlePolicy, BundlePolicy>? change = null) => Verify(bundle, change).Reasons.SingleOrDefault()?.Code;

    private async Task<TrustStore> CompromisedAt(DateTimeOffset instant)
    {
        var authority = _xa.TrustList().Authorities[0];
        var services = authority.Services.Select(service => service.Kind == ServiceKind.Issuing ? service.Compromised(instant) : service);
        return await _xa.TrustAsync(_xa.TrustList() with { Authorities = [authority with { Services = [.. services] }] });
    }

    private static async Task<string> Prove(Sha256Digest digest, DateTimeOffset witnessedAt)
    {
        var log = new SampleLog(new MemoryLogStore()).Open();
        ReadOnlyMemory<byte> entry = LogEntry.Of(CertificateNumber.Parse("XA-2026-000123"), digest).Bytes();
        var batch = await log.AppendAsync([.. PlainTree.Entries(3), entry, .. PlainTree.Entries(4)]);
        var proof = await log.Tree(8).ProveInclusionAsync(3);
        var note = batch.Note.With(Witness.Sign(batch.Note.Text, witnessedAt));
        return new LogProof(proof.Index, proof.Path, note.ToString()).ToString();
    }
}
