using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Storage.Inbox;

namespace Certification.Engine.Running;

/// <summary>What an agent knows and has not recorded yet.</summary>
internal sealed class AgentMemory
{
    private readonly HashSet<string> _endedChildren = [];
    private readonly HashSet<int> _knownChildren = [];
    private bool _look;
    private bool _recover;

    /// <summary>Results to be fed, with the run that asked for them. Kept until recorded.</summary>
    public List<(int Run, HistoryEntry Entry)> Results { get; } = [];

    /// <summary>Inbox rows after the last one read, as far as they are known.</summary>
    public Dictionary<int, InboxRow> Rows { get; } = [];

    /// <summary>Ids of the events that the instance has received, in all its runs.</summary>
    public HashSet<string> Seen { get; } = [];

    /// <summary>True after workflow code was continued from outside its turn.</summary>
    public bool Strayed { get; private set; }

    /// <summary>Takes in what a signal says.</summary>
    public void Note(Signal signal)
    {
        switch (signal)
        {
            case Signal.ActivityEnded ended: Results.Add((ended.Run, ended.Entry)); break;
            case Signal.Arrived arrived: Rows[arrived.Row.Position] = arrived.Row; break;
            case Signal.ChildEnded ended: _endedChildren.Add(ended.ChildId); break;
            case Signal.Look: _look = true; break;
            case Signal.Recover: (_look, _recover) = (true, true); break;
            case Signal.Strayed: Strayed = true; break;
        }
    }

    /// <summary>True when the inbox has to be read: somebody said so, or a row is known whose predecessor is not.</summary>
    public bool MustLook(int inboxRead) =>
        _look || (!Rows.ContainsKey(inboxRead + 1) && Rows.Keys.Any(position => position > inboxRead));

    /// <summary>Takes in the inbox as it was read.</summary>
    public void Looked(IReadOnlyList<InboxRow> rows)
    {
        _look = false;
        foreach (var row in rows) Rows[row.Position] = row;
    }

    /// <summary>Takes in a replayed instance, whose inbox was read with it.</summary>
    public void Loaded(LoadedInstance loaded, IEnumerable<Request> pending)
    {
        Looked([.. loaded.Inbox.Where(row => row.Position > loaded.Record.InboxRead)]);
        Seen.Clear();
        Seen.UnionWith(loaded.Inbox.Where(row => row.Position <= loaded.Record.InboxRead).Select(row => row.EventId));
        _knownChildren.UnionWith(pending.Where(request => request.Kind == RequestKind.SubWorkflow).Select(request => request.Call));
    }

    /// <summary>Lets go of what is recorded now.</summary>
    public void Recorded(int results, int inboxRead)
    {
        Results.RemoveRange(0, results);
        foreach (var position in Rows.Keys.Where(position => position <= inboxRead).ToList()) Rows.Remove(position);
    }

    /// <summary>A child that has not been started, or has ended, or of which nothing is known since this process leads.</summary>
    public bool MustCheckChild(Request request) => request.Kind == RequestKind.SubWorkflow
        && (_recover || IsNewChild(request) || _endedChildren.Contains(request.ChildId));

    /// <summary>True when the request was made in this agent's time and the child has not been started yet.</summary>
    public bool IsNewChild(Request request) => !_knownChildren.Contains(request.Call);

    /// <summary>Remembers that a child runs or has given its result.</summary>
    public void CheckedChild(Request request)
    {
        _knownChildren.Add(request.Call);
        _endedChildren.Remove(request.ChildId);
    }

    /// <summary>All outstanding children have been checked.</summary>
    public void Recovered() => _recover = false;

    /// <summary>A new run numbers its calls from 1 again.</summary>
    public void NewRun() => _knownChildren.Clear();

    /// <summary>What is in storage has to be read again; results not recorded are kept.</summary>
    public void Reread()
    {
        (_look, _recover) = (true, true);
        Rows.Clear();
        _knownChildren.Clear();
    }

    /// <summary>There is nothing to do for the instance.</summary>
    public void Clear()
    {
        Results.Clear();
        Rows.Clear();
        (_look, _recover, Strayed) = (false, false, false);
    }
}
