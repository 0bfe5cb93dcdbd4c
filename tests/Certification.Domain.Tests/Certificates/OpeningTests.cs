using Certification.Domain.Certificates;
using Certification.Domain.Submissions;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Domain.Tests.Certificates;

public sealed class OpeningTests
{
    private static readonly string Salt = Convert.ToHexStringLower("0123456789abcdef"u8);
    private static readonly Opening Bom = new(SampleDraft.Create().Number, "bill-of-materials", Salt, Digest: Sha256Digest.Of("bom"u8));

    [Fact]
    public void An_opening_opens_the_item_that_was_committed_to() => Assert.True(Bom.Opens(SampleDraft.Create()));

    [Fact]
    public void Another_file_salt_item_or_certificate_opens_nothing()
    {
        Assert.False((Bom with { Digest = Sha256Digest.Of("other"u8) }).Opens(SampleDraft.Create()));
        Assert.False((Bom with { Salt = Salt.Replace('3', '4') }).Opens(SampleDraft.Create()));
        Assert.False((Bom with { Salt = "no salt" }).Opens(SampleDraft.Create()));
        Assert.False((Bom with { Item = "model-card" }).Opens(SampleDraft.Create()));
        Assert.False((Bom with { Certificate = CertificateNumber.Parse("XA-2026-000124") }).Opens(SampleDraft.Create()));
    }

    [Fact]
    public void A_withheld_field_opens_by_its_own_salt_and_no_other_fields()
    {
        var declaration = A.Declaration();
        var draft = SampleDraft.Create() with { Declared = DeclaredEntry.Of(declaration, Salt) };
        var opening = new Opening(draft.Number, "datasets", Convert.ToHexStringLower(DeclaredFields.SaltOf(Salt, "datasets")), Value: "deliveries-2025");

        Assert.All(draft.Declared!, entry => Assert.Null(entry.Value));
        Assert.True(opening.Opens(draft));
        Assert.False((opening with { Item = "purpose" }).Opens(draft));
        Assert.False((opening with { Value = "deliveries-2024" }).Opens(draft));
    }
}
