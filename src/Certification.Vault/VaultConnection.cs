using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Certification.Vault;

/// <summary>Calls to one Azure Key Vault (REST, api-version 7.4): signed in, tried again where that helps, refusals told in
/// words. Thread-safe; make one and keep it.</summary>
public sealed class VaultConnection
{
    private const string ApiVersion = "7.4";
    private readonly HttpPipeline _pipeline;

    /// <summary>Calls nothing yet.</summary>
    /// <param name="address">Such as <c>https://certification-xa.vault.azure.net</c>.</param>
    /// <param name="credential">Who asks; needs the role Key Vault Crypto User there.</param>
    public VaultConnection(Uri address, TokenCredential credential, VaultClientOptions? options = null)
    {
        Address = address;
        _pipeline = HttpPipelineBuilder.Build(options ?? new(), new VaultAuthentication(credential, address));
    }

    /// <summary>The vault.</summary>
    public Uri Address { get; }

    /// <summary>Reads an object.</summary>
    /// <param name="path">Such as <c>keys/issuing</c>; or the <c>nextLink</c> of a page, which is absolute.</param>
    /// <exception cref="VaultException">It could not be read.</exception>
    internal Task<JsonElement> GetAsync(string path, CancellationToken cancellation) =>
        SendAsync(RequestMethod.Get, path, null, cancellation);

    /// <summary>Has the vault do something.</summary>
    /// <param name="path">Such as <c>keys/issuing/0123/sign</c>.</param>
    /// <exception cref="VaultException">It was not done.</exception>
    internal Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellation) =>
        SendAsync(RequestMethod.Post, path, RequestContent.Create(BinaryData.FromObjectAsJson(body)), cancellation);

    private Uri AddressOf(string path)
    {
        var address = new Uri(Address, path);
        // A token for this vault goes to this vault only.
        if (!Address.IsBaseOf(address)) throw new VaultException("vault.refused", $"{Address} refers to {address}, which is another host.");
        return address.Query.Length > 0 ? address : new Uri($"{address}?api-version={ApiVersion}");
    }

    private async Task<JsonElement> SendAsync(
        RequestMethod method, string path, RequestContent? content, CancellationToken cancellation)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(AddressOf(path));
        message.Request.Headers.Add("Accept", "application/json");
        if (content is not null)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = content;
        }

        try
        {
            await _pipeline.SendAsync(message, cancellation);
            return message.Response.Status == 200
                ? JsonSerializer.Deserialize<JsonElement>(message.Response.Content.ToMemory().Span)
                : throw VaultRefusal.Of(message.Request.Uri.ToUri(), message.Response);
        }
        catch (AuthenticationFailedException failed)
        {
            throw new VaultException(
                "vault.sign-in-failed", $"No token for {Address}: {failed.Message} Check the identity that this process runs as.", failed);
        }
        catch (Exception failed) when (failed is RequestFailedException or AggregateException or JsonException)
        {
            // The pipeline gives up with an AggregateException of all its tries.
            throw new VaultException("vault.unreachable", $"{Address} does not answer as a key vault: {failed.Message}", failed);
        }
    }
}
