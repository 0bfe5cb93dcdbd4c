using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Certification.Testing;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Certification.Server.Tests;

/// <summary>The program as operators start and stop it.</summary>
public sealed class ServerProcessTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-server-").FullName;

    [Fact]
    public async Task A_wrong_setting_ends_the_start_with_one_line_that_names_the_key()
    {
        using var process = Start(new() { ["Authority__Code"] = "XA", ["Authority__Name"] = "Authority of Exampland A" });
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(64, process.ExitCode);
        Assert.Contains("Authority__BaseUrl", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_another_authority_end_the_start()
    {
        using (Signing.Keys.KeyFolder.OpenOrCreate(Path.Combine(_folder, "keys"), "XZ", "Somebody else", TimeProvider.System.GetUtcNow()))
        {
            using var process = Start(Settings(FreePort()));
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(64, process.ExitCode);
            Assert.Contains("Keys__Folder", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_becomes_ready_publishes_its_basics_and_ends_cleanly_on_SIGTERM()
    {
        var port = FreePort();
        using var process = Start(Settings(port));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await UntilReady(http, process);
        foreach (var path in (string[])["trust/anchor.pem", "rulebooks/xa-1.0.0.json", "rulebooks/xa-1.0.0.json.jws", "schema/certificate-1.xsd"])
        {
            Assert.NotEmpty(await http.GetByteArrayAsync(new Uri($"/public/{path}", UriKind.Relative), TestContext.Current.CancellationToken));
        }
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task UntilReady(HttpClient http, Process process)
    {
        while (true)
        {
            Assert.False(process.HasExited, "The server ended before it was ready.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private Dictionary<string, string> Settings(int port) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        ["Authority__Code"] = "XA",
        ["Authority__Name"] = "Authority of Exampland A",
        ["Authority__BaseUrl"] = $"http://127.0.0.1:{port}",
        ["Storage__ConnectionString"] = azurite.ConnectionString,
        ["Storage__Prefix"] = AzuriteFixture.NewPrefix(),
        ["Keys__Folder"] = Path.Combine(_folder, "keys"),
        ["Node__Folder"] = Directory.CreateDirectory(Path.Combine(_folder, "node")).FullName,
    };

    private static Process Start(Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerSettings).Assembly.Location])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        // Nobody reads it, but a full pipe would stop the server.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
