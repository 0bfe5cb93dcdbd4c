using Certification.Functions.Durable;
using Certification.Web.Http;

namespace Certification.Functions.Hosting;

/// <summary>Tells the readiness endpoint about the engine: it is at work when the host has bound a Durable client to one of our
/// functions, which it does with every request.</summary>
internal sealed class FunctionsHealth(DurableClientSource clients) : IEngineHealth
{
    /// <inheritdoc/>
    public string? Standing => clients.HasClient ? "active" : null;
}
