using Certification.Domain.Certificates;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Submissions;

/// <summary>Plants a marker wherever a case holds something confidential, and looks for it in each view.</summary>
public sealed class TransparencyViewsTests
{
    private const string Marker = "zq-marker-47";
    private const string Salt = "000102030405060708090a0b0c0d0e0f";

    [Fact]
    public void The_confidential_view_is_everything() => Assert.True(Count(Visibility.Confidential) >= 8);

    [Theory]
    [InlineData(Visibility.Authority)]
    [InlineData(Visibility.Public)]
    public void No_lower_view_holds_anything_of_what_is_confidential(Visibility audience) => Assert.Equal(0, Count(audience));

    [Fact]
    public void What_is_for_the_authority_is_hidden_from_the_public_only()
    {
        var submission = Case(Visibility.Authority);

        Assert.True(Count(submission.SeenBy(Visibility.Authority)) >= 8);
        Assert.Equal(0, Count(submission.SeenBy(Visibility.Public)));
    }

    [Fact]
    public void A_withheld_item_shows_the_commitment_that_the_certificate_shows()
    {
        var submission = Case(Visibility.Confidential);
        var item = submission.Evidence[0];

        Assert.Equal(EvidenceEntry.Commit(Convert.FromHexString(Salt), item.Digest), submission.SeenBy(Visibility.Authority).Evidence[0].Digest);
        Assert.NotEqual(item.Digest, submission.SeenBy(Visibility.Authority).Evidence[0].Digest);
    }

    [Fact]
    public void Nobody_but_the_applicant_gets_a_salt()
    {
        var seen = Case(Visibility.Authority).SeenBy(Visibility.Authority);

        Assert.Null(seen.Salt);
        Assert.All(seen.Evidence, item => Assert.Null(item.Salt));
    }

    [Fact]
    public void Fields_that_nobody_spoke_of_are_for_the_authority()
    {
        var silent = Case(Visibility.Confidential) with { Declaration = A.Declaration() };

        Assert.Equal(["deliveries-2025"], silent.SeenBy(Visibility.Authority).Declaration.System.Datasets);
        Assert.StartsWith(TransparencyViews.Withheld, Assert.Single(silent.SeenBy(Visibility.Public).Declaration.System.Datasets), StringComparison.Ordinal);
    }

    private static int Count(Visibility audience) => Count(Case(Visibility.Confidential).SeenBy(audience));

    private static int Count(Submission seen) => System.Text.Encoding.UTF8.GetString(DomainJson.Bytes(seen)).Split(Marker).Length - 1;

    private static Submission Case(Visibility visibility)
    {
        var declaration = A.Declaration();
        var hidden = new Finding("evidence.stale", Severity.Minor, "floor/1.0 §x", $"{Marker} is old.", $"/{Marker}", "e-1");
        return A.Reviewed(A.Assessor) with
        {
            Declaration = declaration with
            {
                System = declaration.System with { Purpose = $"For {Marker}.", BaseModel = new($"base/{Marker}"), Datasets = [$"{Marker} letters"] },
                Visibilities = DeclaredFields.All.ToDictionary(field => field, _ => visibility),
            },
            Evidence = [A.Evidence() with { FileName = $"{Marker}.md", PerformedBy = $"{Marker} Lab", Visibility = visibility, Salt = Salt }],
            Findings = [hidden, hidden with { EvidenceId = null, Where = null }],
            Gaps = [new Gap("gap.evidence-stale", "model-card", "floor/1.0 §x", $"{Marker}.md is of last year.", "Renew it.")],
            Salt = Salt,
        };
    }
}
