using Certification.Cli.Terminal;

namespace Certification.Cli.Tests.Terminal;

/// <summary>How command lines that make no sense end.</summary>
public sealed class CommandHostTests
{
    [Theory]
    [InlineData("verify")]
    [InlineData("nonsense")]
    [InlineData("verify", "certificate.xml", "--max-age", "soon")]
    [InlineData("verify", "certificate.xml", "--at", "yesterday")]
    [InlineData("decide", "s-1", "perhaps")]
    [InlineData("assess", "s-1", "--recommend", "certify")]
    [InlineData("status", "XA-2026-000001", "--authority", "ftp://authority.example")]
    [InlineData("assign", "s-1", "--to", "ada")]
    [InlineData("keys", "init", "--authority", "xa", "--folder", "keys")]
    public async Task A_command_line_that_makes_no_sense_exits_64_and_says_how_it_is_written(params string[] arguments)
    {
        var run = await CertifyRun.Of(arguments);

        Assert.Equal((int)ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("--help shows how it is written", run.Errors.Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--token", "secret")]
    [InlineData("--token=secret")]
    [InlineData("--token:secret")]
    public async Task A_token_is_not_shown_again(params string[] token)
    {
        var run = await CertifyRun.Of(["accept", "--party", "acme", .. token]);

        Assert.Equal((int)ExitCode.Usage, run.ExitCode);
        Assert.Contains("--party acme", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_says_what_where_next_step_and_code()
    {
        var run = await CertifyRun.Of("verify", "no-such-file.xml");

        Assert.Equal((int)ExitCode.Usage, run.ExitCode);
        Golden.Matches("error", run.Errors);
    }

    [Fact]
    public async Task A_call_that_needs_a_token_says_how_to_get_one()
    {
        var run = await CertifyRun.Of("cases", "--token", "");

        Assert.Equal((int)ExitCode.Usage, run.ExitCode);
        Assert.Contains("certify token", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_cannot_be_reached_leaves_the_answer_undetermined()
    {
        // Port 9 is "discard": nothing listens there.
        var run = await CertifyRun.Of("status", "XA-2026-000001", "--authority", "http://127.0.0.1:9");

        Assert.Equal((int)ExitCode.Undetermined, run.ExitCode);
        Assert.Contains("authority.unreachable", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("submit")]
    [InlineData("decide")]
    [InlineData("keys", "init")]
    public async Task Help_shows_examples_and_exits_0(params string[] command)
    {
        var run = await CertifyRun.Of([.. command, "--help"]);

        Assert.Equal((int)ExitCode.Yes, run.ExitCode);
        Assert.Contains("Examples:\n  ./certify", run.Output, StringComparison.Ordinal);
    }
}
