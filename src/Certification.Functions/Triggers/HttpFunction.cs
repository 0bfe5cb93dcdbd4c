using Certification.Functions.Durable;
using Certification.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.Triggers;

/// <summary>Every HTTP request: handed to the web layer, which is the same as on one machine.</summary>
public sealed class HttpFunction(FunctionsServer server, DurableClientSource clients)
{
    /// <summary>Answers one request. Who may do what is decided by the web layer, not by function keys.</summary>
    [Function("http")]
    public async Task Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        clients.Offer(client);
        await server.Process(request.HttpContext);
    }
}
