using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Submissions;

public sealed class EffortMeterTests
{
    [Fact]
    public void A_group_shows_medians_of_its_cases()
    {
        var group = Assert.Single(Report([.. Enumerable.Range(1, 5).Select(n => Row(n))]).Groups);

        Assert.Equal((RiskTier.Limited, OrganisationSize.Small, 5, 3.0, 3000.0, 30.0),
            (group.Tier, group.Size, group.Cases, group.MedianDocuments, group.MedianBytes, group.MedianHours));
    }

    [Fact]
    public void Four_cases_are_withheld()
    {
        var group = Assert.Single(Report([.. Enumerable.Range(1, 4).Select(n => Row(n))]).Groups);

        Assert.Equal((null, null, null, null), ((object?)group.Cases, (object?)group.MedianDocuments, (object?)group.MedianBytes, (object?)group.MedianHours));
    }

    [Fact]
    public void Many_cases_of_one_applicant_are_withheld() =>
        Assert.Null(Assert.Single(Report([.. Enumerable.Range(1, 9).Select(n => Row(n) with { Organisation = "Acme" })]).Groups).Cases);

    [Fact]
    public void What_applicants_tell_stands_beside_the_rulebooks_estimate()
    {
        var rows = Enumerable.Range(1, 5).Select(n => Row(n) with { HoursByKind = new Dictionary<string, double> { ["model-card"] = n } });
        var kinds = Report([.. rows]).Kinds;

        Assert.Equal((4, 3.0), kinds.Where(kind => kind.Kind == "model-card").Select(kind => (kind.EstimatedHours, kind.DeclaredHours!.Value)).Single());
        Assert.Null(kinds.Single(kind => kind.Kind == "bill-of-materials").DeclaredHours);
    }

    [Fact]
    public void Only_decided_cases_count()
    {
        Assert.Null(EffortRow.Of(A.At(SubmissionStatus.InReview) with { Classification = new(RiskTier.Limited, []) }));
        Assert.Equal(1, EffortRow.Of(A.At(SubmissionStatus.Certified) with { Classification = new(RiskTier.Limited, []), Evidence = [A.Evidence()] })!.Documents);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void Hours_that_cannot_be_are_refused(double hours) =>
        Assert.Equal("effort.hours-out-of-range", new EffortDeclaration(OrganisationSize.Micro, hours).Check()?.Code);

    private static EffortReport Report(IReadOnlyList<EffortRow> rows) => EffortMeter.Report(RulebookLibrary.Floor, rows);

    private static EffortRow Row(int n) => new(
        $"s-{n}", $"Org {n}", RiskTier.Limited, OrganisationSize.Small, n, n * 1000, n * 10, new Dictionary<string, double>());
}
