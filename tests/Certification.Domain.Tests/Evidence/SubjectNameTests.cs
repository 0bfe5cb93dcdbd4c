using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Evidence;

/// <summary>Names by which evidence may mean the submitted system, and names by which it may seem to.</summary>
public sealed class SubjectNameTests
{
    private static readonly SystemDeclaration System = A.Declaration().System with
    {
        Name = "acme/helper-7B", Version = "1f84a09f0c", BaseModel = new("rival/base-7B"), Artifacts = [new("helper.gguf", Sha256Digest.Of("weights"u8))],
    };

    [Theory]
    [InlineData("acme/helper-7B")]
    [InlineData("ACME/Helper-7b")]
    [InlineData("hf/acme/helper-7B")]
    [InlineData("helper-7B")]
    [InlineData("acme/helper-7B@1f84a09f0c")]
    [InlineData("acme/helper-7B@1f84a09")]
    [InlineData("acme/helper-7B@main")]
    [InlineData("helper.gguf")]
    public void Another_spelling_of_the_system_means_it(string name) => Assert.Empty(Subjects(name));

    [Theory]
    [InlineData("rival/helper-7B", "evidence.subject-mismatch")]
    [InlineData("acme/helper-70B", "evidence.subject-mismatch")]
    [InlineData("acme/helper-7B-instruct", "evidence.subject-mismatch")]
    [InlineData("xacme/helper-7B", "evidence.subject-mismatch")]
    [InlineData("acme/hеlper-7B", "evidence.subject-mismatch")]
    [InlineData("rival/base-7B", "evidence.subject-is-base-model")]
    [InlineData("hf/rival/Base-7B", "evidence.subject-is-base-model")]
    [InlineData("acme/helper-7B@ffffffffff", "evidence.revision-mismatch")]
    [InlineData("acme/helper-7B-GGUF", "evidence.subject-quantised")]
    [InlineData("helper-7B-Q4_K_M.gguf", "evidence.subject-quantised")]
    [InlineData("acme/helper-7B-GPTQ-Int4", "evidence.subject-quantised")]
    [InlineData("acme/helper-7B-AWQ", "evidence.subject-quantised")]
    [InlineData("acme/helper-7B-bnb-4bit", "evidence.subject-quantised")]
    [InlineData("acme/helper-7B:q8_0", "evidence.subject-quantised")]
    public void A_name_that_only_looks_like_the_system_is_another(string name, string code) => Assert.Equal([code], Subjects(name));

    [Theory]
    [InlineData("1f84a09f", "1F84A09F0C", false)]
    [InlineData("1f84a09f", "2f84a09f0c", true)]
    [InlineData("v1.2", "1.2.0", false)]
    [InlineData("1.2", "1.3", true)]
    [InlineData("1.2", "1f84a09f", false)]
    [InlineData("latest", "1.2", false)]
    public void Versions_are_compared_as_far_as_they_can_be(string left, string right, bool differ) =>
        Assert.Equal(differ, Codes(System with { Version = right }, AReading.Run() is var run
            ? run with { Claims = [run.Claims[0] with { Subject = System.Name, SubjectRevision = left }] } : run).Contains("evidence.revision-mismatch"));

    [Fact]
    public void A_model_of_another_digest_is_another()
    {
        var run = AReading.Run();
        Assert.Contains("evidence.digest-mismatch",
            Codes(System, run with { Claims = [run.Claims[0] with { Subject = System.Name, SubjectDigest = Sha256Digest.Of("other"u8) }] }));
        Assert.DoesNotContain("evidence.digest-mismatch",
            Codes(System, run with { Claims = [run.Claims[0] with { Subject = System.Name, SubjectDigest = Sha256Digest.Of("weights"u8) }] }));
    }

    private static IEnumerable<string> Subjects(string name) =>
        Codes(System, AReading.Run(run => run with { RequestedModel = name, AnsweringModels = [name] }) with { Claims = [] })
            .Where(code => code.StartsWith("evidence.subject", StringComparison.Ordinal) || code == "evidence.revision-mismatch");

    private static List<string> Codes(SystemDeclaration system, FormatReading reading) =>
    [
        .. EvidenceJudgement.Judge(RulebookLibrary.Floor, RiskTier.High, A.Declaration() with { System = system }, AReading.Item(reading), reading, A.Monday)
            .Findings.Select(finding => finding.Code),
    ];
}
