using System.Diagnostics;
using System.Globalization;
using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>One real server process.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _log = [];

    private ServerProcess(Process process) => _process = process;

    /// <summary>What it wrote, for the message of a test that fails.</summary>
    public string Log
    {
        get
        {
            lock (_log) return string.Join('\n', _log.TakeLast(60));
        }
    }

    /// <summary>Everything that it wrote.</summary>
    public string WholeLog
    {
        get
        {
            lock (_log) return string.Join('\n', _log);
        }
    }

    /// <summary>Where <c>Faults:KillAt</c> ended it, such as <c>before write 17: PUT /…</c>; null when something else did.</summary>
    public string? KilledAt
    {
        get
        {
            lock (_log) return _log.FindLast(line => line.StartsWith("Killed ", StringComparison.Ordinal))?["Killed ".Length..];
        }
    }

    /// <summary>True once it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a program that was built with this test.</summary>
    /// <param name="program">The project's folder and the name of its program.</param>
    public static ServerProcess Start((string Folder, string Name) program, IReadOnlyDictionary<string, string> settings)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var dll = RepositoryRoot.File(program.Folder, "bin", configuration, "net10.0", $"{program.Name}.dll");
        var start = new ProcessStartInfo("dotnet", [dll])
        {
            WorkingDirectory = Path.GetDirectoryName(dll)!, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
        server._process.OutputDataReceived += server.Keep;
        server._process.ErrorDataReceived += server.Keep;
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public Task WaitForEndAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>As by <c>kill -9</c>: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Stops it in the middle of whatever it does, like a virtual machine that is paused.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on, without knowing that time has passed.</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs written)
    {
        if (written.Data is null) return;
        lock (_log) _log.Add(written.Data);
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
