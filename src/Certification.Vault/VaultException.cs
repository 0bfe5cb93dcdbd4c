namespace Certification.Vault;

/// <summary>The key vault did not do what was asked, or its key is not one that an authority may sign with.</summary>
/// <param name="code">Stable reason code: <c>vault.unreachable</c>, <c>vault.sign-in-failed</c>, <c>vault.forbidden</c>,
/// <c>vault.key-disabled</c>, <c>vault.not-found</c>, <c>vault.refused</c>, <c>vault.key-unfit</c>,
/// <c>vault.key-exportable</c>, <c>vault.not-certified</c>, <c>vault.signature-wrong</c>.</param>
/// <param name="message">What was wrong, at which address, and the next step.</param>
public sealed class VaultException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable reason code.</summary>
    public string Code { get; } = code;
}
