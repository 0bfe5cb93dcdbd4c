namespace Certification.Testing.Faults;

/// <summary>Says which attempts go wrong and how, the same for the same seed.</summary>
/// <param name="rate">Share that goes wrong, such as 0.1.</param>
internal sealed class FaultDice(int seed, double rate)
{
    private readonly Random _random = new(seed);
    private int _faults;

    internal int Faults => Volatile.Read(ref _faults);

    internal FaultKind Draw()
    {
        lock (_random)
        {
            if (_random.NextDouble() >= rate)
            {
                return FaultKind.None;
            }

            _faults++;
            return (FaultKind)_random.Next(1, 4);
        }
    }
}
