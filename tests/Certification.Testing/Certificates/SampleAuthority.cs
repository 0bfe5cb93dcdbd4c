using Certification.Domain.Certificates;
using Certification.Signing.Keys;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Xml;

namespace Certification.Testing.Certificates;

/// <summary>An authority with real keys in a temporary folder, for tests that sign and verify.</summary>
public sealed class SampleAuthority : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "certification-" + Guid.NewGuid().ToString("N"));

    /// <summary>Makes the keys.</summary>
    public SampleAuthority(string code = "XA", string name = "Authority of Exampland")
    {
        Keys = KeyFolder.OpenOrCreate(KeyPath, code, name, SampleDraft.Day.AddDays(-30));
    }

    /// <summary>The folder that holds the keys.</summary>
    public string KeyPath => Path.Combine(_folder, "keys");

    /// <summary>The keys.</summary>
    public KeyFolder Keys { get; }

    /// <summary>A trust list of this authority alone, or of this and others; stale 30 days after the sample's validity begins.</summary>
    public TrustList TrustList(params SampleAuthority[] others) => new(
        Keys.Code,
        1,
        SampleDraft.Day,
        SampleDraft.Day.AddDays(30),
        [.. others.Prepend(this).Select(other => other.Describe())]);

    /// <summary>This authority's entry for a trust list.</summary>
    public TrustedAuthority Describe() =>
        Keys.Describe($"https://{Keys.Code.ToLowerInvariant()}.example/v1", $"https://{Keys.Code.ToLowerInvariant()}.example");

    /// <summary>Trust as opened from the list, signed by this authority.</summary>
    public async Task<TrustStore> TrustAsync(TrustList? list = null) =>
        TrustStoreFile.OpenPinned(await TrustListSigner.SignAsync(list ?? TrustList(), Keys.Root), out var fault)
            ?? throw new InvalidOperationException(fault!.Message);

    /// <summary>The draft, linted and signed a minute before its validity begins.</summary>
    /// <param name="key">The authority's issuing key when left out.</param>
    public ValueTask<SignedCertificate> SignAsync(CertificateDraft? draft = null, ISigningKey? key = null) =>
        LintedDraft.TryPass(draft ?? SampleDraft.Create(), SampleDraft.Context, out var linted, out var findings)
            ? CertificateSigner.SignAsync(linted, key ?? Keys.Issuing, SampleDraft.Day.AddMinutes(-1))
            : throw new InvalidOperationException(string.Join(' ', findings.Select(finding => finding.Message)));

    /// <summary>A status list token of the sample's day in which one entry is set.</summary>
    public ValueTask<string> StatusAsync(StatusEntry entry = StatusEntry.Valid, DateTimeOffset? issuedAt = null, string subject = SampleDraft.StatusList) =>
        StatusListToken.SignAsync(
            StatusList.Create().With(SampleDraft.Create().Status.Index, entry), subject, issuedAt ?? SampleDraft.Day.AddDays(1),
            TimeSpan.FromDays(7), TimeSpan.FromHours(1), Keys.Status);

    /// <inheritdoc/>
    public void Dispose()
    {
        Keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
