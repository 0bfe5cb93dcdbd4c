using System.Diagnostics;
using System.Net;
using Certification.Cli.Http;
using Certification.Cli.Terminal;

namespace Certification.Cli.Journey;

/// <summary>Waiting for what others do, and repeating what may have been lost.</summary>
public static class Patience
{
    /// <summary>Asks again and again until the answer is yes.</summary>
    /// <param name="state">Says, when time is over, what was seen last.</param>
    /// <exception cref="ProblemException">The limit passed.</exception>
    public static async Task UntilAsync(
        Func<Task<bool>> asked, TimeSpan every, TimeSpan limit, Func<string> state, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while (!await asked())
        {
            if (clock.Elapsed > limit)
            {
                throw new ProblemException(
                    new Problem(state(), $"waited {limit.TotalSeconds:0} s", "Look into the authorities' logs.", "journey.stuck"), ExitCode.Internal);
            }
            await Task.Delay(every, cancellation);
        }
    }

    /// <summary>Makes a change on the newest state, and when that went stale looks whether it was made after all: by an
    /// earlier try whose reply was lost.</summary>
    public static async Task<T> MakeAsync<T>(Func<Task<T>> read, Func<T, bool> isMade, Func<T, Task> make)
    {
        while (true)
        {
            var current = await read();
            if (isMade(current)) return current;
            try
            {
                await make(current);
            }
            catch (AuthorityRefusalException stale) when (stale.Status == HttpStatusCode.PreconditionFailed)
            {
                continue;
            }
        }
    }
}
