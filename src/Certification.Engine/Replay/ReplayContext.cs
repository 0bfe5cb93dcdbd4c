using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Certification.Engine.Records;
using Certification.Workflows.Port;

namespace Certification.Engine.Replay;

/// <summary>The workflow's side of a run: turns calls into numbered requests and keeps what the turn has to record.</summary>
internal sealed partial class ReplayContext(InstanceRecord start, TurnScheduler turns) : WorkflowContext
{
    private int _guids;

    /// <summary>Lines logged since the last commit.</summary>
    public List<string> LogLines { get; } = [];

    /// <summary>Input of the next run, once the workflow has asked for one.</summary>
    public string? NextInput { get; private set; }

    /// <summary>What <see cref="SetCustomStatus"/> said last.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>Business time of the turn; set by the run.</summary>
    public DateTimeOffset Time { get; set; } = start.RunStartedAt;

    /// <summary>True while recorded entries are fed; set by the run.</summary>
    public bool Replaying { get; set; }

    public override string InstanceId => start.Id;

    public override string? ParentInstanceId => start.Parent;

    public override int Version => start.Version;

    public override DateTimeOffset CurrentUtcTime => Time;

    public override bool IsReplaying => Replaying;

    public override Guid NewGuid()
    {
        Demand();
        var seed = string.Create(CultureInfo.InvariantCulture, $"{start.Id}\n{start.Run}\n{++_guids}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // RFC 9562 version 8: bits of our own making
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public override void Log(string message)
    {
        Demand();
        if (!Replaying) LogLines.Add(message);
    }

    public override void SetCustomStatus(string status)
    {
        Demand();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status.Length, 1024, "length of the custom status");
        CustomStatus = status;
    }

    public override void ContinueAsNew<TInput>(TInput input)
    {
        Demand();
        NextInput = WorkflowJson.Write(input);
    }

    /// <summary>A cancellation that comes from outside the turn (a token with a timeout of its own) must not throw on
    /// that foreign thread, where nobody would catch it.</summary>
    private void OnTurn(Action action)
    {
        if (turns.OnTurn) action();
        else turns.Stray();
    }

    private void Demand()
    {
        if (turns.OnTurn) return;
        turns.Stray();
        throw new NonDeterministicWorkflowException(
            $"Workflow {start.Workflow} used its context outside its turn; await only tasks of the context, and never with ConfigureAwait(false).");
    }
}
