namespace Certification.Domain.Decisions;

/// <summary>Collects what a replay finds.</summary>
internal sealed class ReplayNotes
{
    private readonly List<ReplayDifference> _differences = [];
    private readonly List<ReplayDoubt> _doubts = [];

    public void Differs(string item, string? recorded, string? derived) =>
        _differences.Add(new(item, recorded ?? "nothing", derived ?? "nothing"));

    public void Doubt(string item, string reason) => _doubts.Add(new(item, reason));

    /// <summary>Notes a difference, unless both are the same.</summary>
    public void Compare<T>(string item, T recorded, T derived)
    {
        if (!EqualityComparer<T>.Default.Equals(recorded, derived)) Differs(item, recorded?.ToString(), derived?.ToString());
    }

    public ReplayResult Result(ReplayedDecision derived) => new(
        _differences.Count > 0 ? ReplayOutcome.Differs : _doubts.Count > 0 ? ReplayOutcome.Undetermined : ReplayOutcome.Same,
        _differences, _doubts, derived);
}
