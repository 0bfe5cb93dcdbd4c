using System.Diagnostics;

namespace Certification.Testing;

/// <summary>The Go program in tests/stranger, which verifies a log and shares no code with us. <c>./test</c> installs Go.</summary>
public sealed class StrangerProgram
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string WhyNot = "Go or its package golang-golang-x-mod-dev is not installed";

    private const string Go = "/usr/bin/go";
    private const string Packages = "/usr/share/gocode";
    private readonly string _program;

    private StrangerProgram(string program) => _program = program;

    /// <summary>Whether Go and the packages that it needs are installed.</summary>
    public static bool IsThere { get; } = File.Exists(Go) && Directory.Exists(Packages + "/src/golang.org/x/mod/sumdb/tlog");

    /// <summary>Compiles it into a folder.</summary>
    public static async Task<StrangerProgram> BuildAsync(string folder)
    {
        var program = Path.Combine(folder, "verifylog");
        var (code, output) = await RunAsync(Go, ["build", "-o", program, RepositoryRoot.File("tests", "stranger", "verifylog.go")]);
        return code == 0 ? new(program) : throw new InvalidOperationException($"go build: {output}");
    }

    /// <summary>Runs it.</summary>
    public Task<(int Code, string Output)> RunAsync(IEnumerable<string> arguments) => RunAsync(_program, arguments);

    private static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        // Debian's Go packages lie in a GOPATH; nothing is fetched.
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOPATH"] = Packages;
        start.Environment["GOCACHE"] = Path.Combine(Path.GetTempPath(), "certification-go-cache");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
