using Certification.Hosting.Settings;
using Certification.Server;
using Certification.Server.Hosting;

// The composition root of one authority on one machine. A setting that is wrong ends the process with one line that
// names the key; nothing has been touched by then.
try
{
    // Settings files lie beside the program, wherever it was started from.
    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var settings = ServerSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
    await using var app = await AuthorityHost.Build(builder, settings);
    await app.RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync($"certification-server: {wrong.Message}");
    return 64;
}
