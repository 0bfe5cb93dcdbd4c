namespace Certification.Cli.Tests.Answering;

/// <summary>What is wrong with a successor's file is said before anybody is called.</summary>
public sealed class SuccessionCommandTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await CertifyRun.Of("succession", "s-1", "--from", "acme", "--successor", "nobody.json", "--token", "t");
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("nobody.json", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id": "cirrus"}""")]
    [InlineData("""{"id": "cirrus", "name": "Cirrus Ltd", "role": "deployer", "country": "XA", "contact": "c@cirrus.example", "duties": [], "wealth": 3}""")]
    [InlineData("null")]
    public async Task A_file_that_describes_no_party_is_refused(string party)
    {
        await File.WriteAllTextAsync(_file, party, TestContext.Current.CancellationToken);
        var run = await CertifyRun.Of("succession", "s-1", "--from", "acme", "--successor", _file, "--token", "t");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("succession.malformed-party", run.Errors, StringComparison.Ordinal);
    }
}
