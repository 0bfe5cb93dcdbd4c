namespace Certification.Domain.Rulebooks;

/// <summary>What practice has to show: drills, exercises, safeguards and logs are measured too, by other numbers than models.</summary>
/// <param name="Bounds">One for each measure that counts.</param>
/// <param name="Required">Codes that the document must have, such as kinds of safeguards or of logged events; null for none.</param>
public sealed record PracticePlan(IReadOnlyList<PracticeBound> Bounds, IReadOnlyList<string>? Required = null)
{
    /// <summary>The bound of a measure; null when there is none.</summary>
    public PracticeBound? Find(string measure) => Bounds.FirstOrDefault(bound => bound.Measure == measure);

    /// <summary>Where an addition wants less.</summary>
    internal static IEnumerable<string> Loosenings(PracticePlan floor, PracticePlan? added)
    {
        foreach (var bound in floor.Bounds)
        {
            var same = added?.Find(bound.Measure);
            if (same is null
                || (same.Minimum ?? double.NegativeInfinity) < (bound.Minimum ?? double.NegativeInfinity)
                || (same.Maximum ?? double.PositiveInfinity) > (bound.Maximum ?? double.PositiveInfinity))
                yield return $"the bound {bound} is dropped or looser.";
        }

        foreach (var dropped in (floor.Required ?? []).Except(added?.Required ?? []))
            yield return $"\"{dropped}\" is required.";
    }
}

/// <summary>Bounds of one measure, both inclusive.</summary>
/// <param name="Measure">One of <see cref="PracticeMeasures.All"/>.</param>
public sealed record PracticeBound(string Measure, double? Minimum = null, double? Maximum = null)
{
    /// <summary>Whether a value keeps to the bounds; one that is not there does not.</summary>
    public bool IsMetBy(double? value) => value >= (Minimum ?? double.NegativeInfinity) && value <= (Maximum ?? double.PositiveInfinity);

    /// <inheritdoc/>
    public override string ToString() => (Minimum, Maximum) switch
    {
        ({ } least, { } most) => FormattableString.Invariant($"{Measure} from {least} to {most}"),
        (null, { } most) => FormattableString.Invariant($"{Measure} at most {most}"),
        _ => FormattableString.Invariant($"{Measure} at least {Minimum}"),
    };
}
