using Azure.Core;

namespace Certification.Vault;

/// <summary>How the vault is called: Azure.Core's options, with patience that fits one signature. 408, 429 and 5xx are tried
/// again, after <c>Retry-After</c> where the vault says it.</summary>
public sealed class VaultClientOptions : ClientOptions
{
    /// <summary>Four retries, from half a second up to eight; ten seconds for one answer.</summary>
    public VaultClientOptions()
    {
        Retry.Mode = RetryMode.Exponential;
        Retry.MaxRetries = 4;
        Retry.Delay = TimeSpan.FromSeconds(0.5);
        Retry.MaxDelay = TimeSpan.FromSeconds(8);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
    }
}
