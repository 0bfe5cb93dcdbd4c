using Azure;
using Certification.Storage;

namespace Certification.Server.Hosting;

/// <summary>Waits for storage that is itself just starting.</summary>
internal static class StoragePatience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Creates what is missing, as soon as storage answers.</summary>
    /// <exception cref="SettingsException">Storage did not answer within a minute.</exception>
    internal static async Task UntilCreated(AuthorityStorage storage)
    {
        var giveUp = TimeProvider.System.GetUtcNow() + Longest;
        while (true)
        {
            try
            {
                await storage.CreateMissing();
                return;
            }
            catch (Exception down) when (IsDown(down))
            {
                if (TimeProvider.System.GetUtcNow() >= giveUp)
                {
                    throw new SettingsException("Storage:ConnectionString", $"storage did not answer for a minute: {down.Message}");
                }
                await Task.Delay(TimeSpan.FromMilliseconds(250));
            }
        }
    }

    // The SDK packs the attempts of one call that all failed to connect into an AggregateException.
    private static bool IsDown(Exception error) =>
        error is RequestFailedException { Status: 0 or >= 500 } or AggregateException { InnerException: RequestFailedException { Status: 0 } };
}
