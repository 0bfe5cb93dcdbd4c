using Azure;
using Azure.Identity;
using Certification.Hosting.Settings;
using Certification.Storage;

namespace Certification.Hosting.Running;

/// <summary>Opens the authority's storage at start, and waits for storage that is itself just starting.</summary>
internal static class StorageOpening
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Opens the storage and creates what is missing there, as soon as it answers.</summary>
    /// <exception cref="SettingsException">The settings name no storage that lets us in within a minute.</exception>
    internal static async Task<AuthorityStorage> Open(AuthoritySettings settings)
    {
        var key = settings.Storage.Key;
        try
        {
            var storage = AuthorityStorage.Open(
                settings.Storage.Address(), settings.Storage.Prefix, new StorageClientSettings { PerAttempt = settings.KillAt });
            await UntilCreated(storage, key);
            return storage;
        }
        catch (Exception unfit) when (unfit is FormatException or ArgumentException or InvalidOperationException)
        {
            // The SDK quotes what it cannot read, which may be the account's key.
            throw new SettingsException(key, "it does not name a storage account; a connection string needs an AccountName and AccountKey, or endpoints");
        }
        catch (AuthenticationFailedException denied)
        {
            throw new SettingsException(key, $"this host has no identity to sign in to storage with: {FirstLine(denied)}");
        }
    }

    private static async Task UntilCreated(AuthorityStorage storage, string key)
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
                    throw new SettingsException(key, $"storage did not answer for a minute: {FirstLine(down)}");
                }
                await Task.Delay(TimeSpan.FromMilliseconds(250));
            }
        }
    }

    // The SDK packs the attempts of one call that all failed to connect into an AggregateException.
    private static bool IsDown(Exception error) =>
        error is RequestFailedException { Status: 0 or >= 500 } or AggregateException { InnerException: RequestFailedException { Status: 0 } };

    // The SDK's messages go on with headers and advice; the operator gets one line.
    private static string FirstLine(Exception error) => error.Message.Split('\n', 2)[0].Trim().TrimEnd('.');
}
