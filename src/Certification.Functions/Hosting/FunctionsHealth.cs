using Certification.Web.Http;

namespace Certification.Functions.Hosting;

/// <summary>Tells the readiness endpoint about the engine: the host that handed us the request runs Durable Functions in the
/// same process as its triggers.</summary>
internal sealed class FunctionsHealth : IEngineHealth
{
    /// <inheritdoc/>
    public string? Standing => "active";
}
