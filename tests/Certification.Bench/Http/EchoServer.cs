using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Certification.Bench.Http;

/// <summary>The least that a server does: Kestrel with one endpoint that reads a body and answers a text of a given length.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoServer(WebApplication app) => _app = app;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(new Uri(_app.Urls.First()), "/echo");

    /// <summary>Starts it.</summary>
    /// <param name="answer">What every body is answered with.</param>
    public static async Task<EchoServer> Start(string answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0", ["Logging:LogLevel:Default"] = "None" });
        var app = builder.Build();
        var bytes = Encoding.UTF8.GetBytes(answer);
        app.MapPost("/echo", async (HttpContext http) =>
        {
            using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
            await http.Request.Body.CopyToAsync(body);
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = bytes.Length;
            await http.Response.Body.WriteAsync(bytes);
        });
        await app.StartAsync();
        return new EchoServer(app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
