using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Certification.Testing.Faults;

/// <summary>503 Service Unavailable without headers or content.</summary>
internal sealed class RefusedResponse(string clientRequestId) : Response
{
    public override int Status => 503;

    // Elsewhere the transport sets this; without it the retry policy takes the answer for a success.
    public override bool IsError => true;

    public override string ReasonPhrase => "Server Busy";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = clientRequestId;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }
}
