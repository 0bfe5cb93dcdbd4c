namespace Certification.Journey.Tests;

/// <summary>XA's server, which ends itself at one point after the other and is started again each time, while something else
/// goes on. Between two lives the invariants are checked on what it left behind.</summary>
public sealed class RestartedServer
{
    private readonly TwoNations _nations;
    private readonly Invariants _invariants;
    private readonly Queue<string> _points;
    private readonly List<string> _killed = [];
    private ServerProcess _server;

    /// <summary>Starts it for its first life.</summary>
    public RestartedServer(TwoNations nations, Invariants invariants, IEnumerable<string> points)
    {
        (_nations, _invariants, _points) = (nations, invariants, new Queue<string>(points));
        _server = nations.Start("XA", _points.Dequeue());
    }

    /// <summary>Where it ended, such as <c>before write 17: PUT /…</c>.</summary>
    public IReadOnlyList<string> Killed => _killed;

    /// <summary>True once every point was passed.</summary>
    public bool IsThrough { get; private set; }

    /// <summary>Restarts it until the work is done.</summary>
    public async Task<T> DuringAsync<T>(Task<T> work)
    {
        using var over = new CancellationTokenSource();
        while (await Task.WhenAny(work, _server.WaitForEndAsync(over.Token)) != work) await ReviveAsync();
        await over.CancelAsync();
        return await work;
    }

    private async Task ReviveAsync()
    {
        Assert.True(_server.KilledAt is not null, $"The server ended, and not at its point:\n{_server.Log}");
        _killed.Add(_server.KilledAt!);
        await _invariants.CheckAsync(CancellationToken.None);
        IsThrough = _points.Count == 0;
        _server = _nations.Start("XA", IsThrough ? null : _points.Dequeue());
    }
}
