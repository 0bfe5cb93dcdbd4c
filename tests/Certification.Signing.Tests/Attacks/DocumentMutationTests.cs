using System.Globalization;
using System.Text;
using Certification.Domain.Certificates;
using Certification.Signing.Bundles;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Tests.Log;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Damage to what stands beside a certificate: no reader throws, and what still opens says what was signed.</summary>
public sealed class DocumentMutationTests : IAsyncLifetime
{
    private const int Seed = 20260304;
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("CERTIFICATION_DEEP"), CultureInfo.InvariantCulture, out var deep) ? Math.Max(deep, 20_000) : 500;

    private readonly SampleAuthority _xa = new();
    private TrustStore _trust = null!;

    public async ValueTask InitializeAsync() => _trust = await _xa.TrustAsync();

    public ValueTask DisposeAsync()
    {
        _xa.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_damaged_log_proof_opens_to_the_same_checkpoint_or_not_at_all()
    {
        var log = new SampleLog(new MemoryLogStore()).Open();
        var batch = await log.AppendAsync(PlainTree.Entries(300));
        var proof = await log.Tree(300).ProveInclusionAsync(5);
        var text = new LogProof(proof.Index, proof.Path, batch.Note.ToString()).ToString();
        Damage(Encoding.UTF8.GetBytes(text), bytes =>
            !LogProof.TryParse(Encoding.UTF8.GetString(bytes), out var read)
            || read.Open(PlainTree.Entries(1, from: 5)[0].Span, SampleLog.Policy, out _) is not { } opened
            || opened.Checkpoint == batch.Checkpoint);
    }

    [Fact]
    public void A_damaged_request_to_a_witness_reads_as_what_stands_there_or_not_at_all() => Damage(
        "old 5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\nxa.example/log\n7\n"u8.ToArray(),
        bytes => WitnessRequest.Parse(Encoding.UTF8.GetString(bytes)) is not { } read || read.ToString() == Encoding.UTF8.GetString(bytes));

    [Fact]
    public async Task A_damaged_status_list_opens_to_the_same_entries_or_not_at_all()
    {
        var jwt = await _xa.StatusAsync(StatusEntry.Invalid);
        var cwt = await StatusListCwt.SignAsync(StatusList.Create(), SampleDraft.StatusList, Asked, TimeSpan.FromDays(1), TimeSpan.FromHours(1), _xa.Keys.Status);
        var (one, other) = (StatusListToken.Open(jwt, _trust, Asked, out _)!.Digest, StatusListCwt.Open(cwt, _trust, Asked, out _)!.Digest);
        Damage(Encoding.ASCII.GetBytes(jwt), bytes => StatusListToken.Open(Encoding.UTF8.GetString(bytes), _trust, Asked, out _) is not { } token || token.Digest == one);
        Damage(cwt, bytes => StatusListCwt.Open(bytes, _trust, Asked, out _) is not { } token || token.Digest == other);
    }

    [Fact]
    public async Task A_damaged_bundle_is_valid_for_the_same_certificate_or_not_at_all()
    {
        var signed = await _xa.SignAsync();
        var bundle = new CertificateBundle(
            CertificateBundle.CurrentFormat, Encoding.UTF8.GetString(signed.Xml), await TrustListSigner.SignAsync(_xa.TrustList(), _xa.Keys.Root), await _xa.StatusAsync());
        var policy = new BundlePolicy(null, _xa.Keys.Root.Certificate, null, Asked, TimeSpan.FromHours(24));
        Assert.Equal(VerificationOutcome.Valid, BundleVerification.Verify(bundle, policy).Verdict.Outcome);
        Damage(bundle.Bytes(), bytes => CertificateBundle.Read(bytes, out _) is not { } read
            || BundleVerification.Verify(read, policy).Verdict is not { Outcome: VerificationOutcome.Valid } verdict
            || verdict.CertificateDigest == signed.CanonicalDigest);
    }

    private static void Damage(byte[] file, Predicate<byte[]> holds)
    {
        var random = new Random(Seed);
        for (var round = 0; round < Count; round++)
        {
            var bytes = file.ToList();
            for (var times = random.Next(1, 4); times > 0 && bytes.Count > 1; times--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                    case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)); break;
                    default: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at))); break;
                }
            }

            Assert.True(holds([.. bytes]), $"round {round} of seed {Seed}");
        }
    }
}
