using System.Security.Cryptography;
using Certification.Domain.Rulebooks;
using Certification.Engine;
using Certification.Server.Federation;
using Certification.Signing.Keys;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Storage.Changes;
using Certification.Storage.Lists;
using Certification.Storage.Numbers;
using Certification.Storage.Outbox;
using Certification.Web;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Outbox;
using Certification.Workflows.Port;

namespace Certification.Server.Hosting;

/// <summary>Puts one authority together: storage, keys, trust, clock, engine, API.</summary>
public static class AuthorityHost
{
    /// <summary>Builds the application; nothing runs yet, but storage and keys are there when it returns.</summary>
    /// <exception cref="SettingsException">Keys or trust do not fit the settings.</exception>
    public static async Task<WebApplication> Build(WebApplicationBuilder builder, ServerSettings settings)
    {
        var keys = AuthorityKeys.Open(settings);
        var trust = AuthorityKeys.OpenTrust(settings, keys);
        var storage = await OpenStorage(settings);
        var clock = await BusinessClock.Open(storage, settings.IsDevelopment);
        var development = settings.IsDevelopment ? DevelopmentKey.OpenIssuer(settings) : null;

        var services = builder.Services;
        services.AddSingleton(settings).AddSingleton(settings.Authority).AddSingleton(keys).AddSingleton(trust);
        services.AddSingleton(new SigningKeys(keys.Issuing, keys.Status, keys.Statement, keys.Federation));
        services.AddSingleton(new RulebookInForce(RulebookLibrary.InForceAt(settings.Authority.Code)));
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        AddStorage(services, storage, settings);
        AddWorkflows(services, storage, settings);
        services.AddCertificationWeb(new WebSettings(development, settings.Issuer, settings.PublicReadsPerMinute));
        services.AddHostedService<PublishedBasics>().AddHostedService<EngineHost>().AddHostedService<OutboxPump>();

        var app = builder.Build();
        app.MapCertification();
        return app;
    }

    private static void AddStorage(IServiceCollection services, AuthorityStorage storage, ServerSettings settings)
    {
        services.AddSingleton(storage).AddSingleton<Subjects>().AddSingleton<Indexes>();
        services.AddSingleton<PublicBlobs>().AddSingleton<DossierBlobs>().AddSingleton<IssuedCertificates>();
        services.AddSingleton(new EvidenceBlobs(storage, settings.EvidenceLimit, TimeProvider.System));
        services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<ILogger<OutboxDispatcher>>();
            var indexes = provider.GetRequiredService<Indexes>();
            // The engine's activities change subjects, whose messages go to the engine: the circle is cut by asking late.
            return new OutboxDispatcher(storage, (subject, error) => ServerLog.DeliveryWaits(log, error, subject))
                .On(IndexChange.OutboxKind, indexes.Apply)
                .OnWorkflowMessages(provider.GetRequiredService<IWorkflowClient>);
        });
    }

    private static void AddWorkflows(IServiceCollection services, AuthorityStorage storage, ServerSettings settings)
    {
        services.AddSingleton<IPeerAuthorities, HttpPeers>().AddSingleton(PeerHttp.CreateClient());
        services.AddSingleton<CaseFiles>().AddSingleton<CertificateFiles>().AddSingleton<RecognitionFiles>();
        services.AddSingleton<CertificateDrafts>().AddSingleton<EvidenceReports>().AddSingleton<StatusListPublisher>();
        services.AddSingleton<ForeignCertificates>();
        services.AddSingleton(new NumberRegister(storage, settings.Authority.Code, RandomNumberGenerator.GetInt32));
        foreach (var activity in CertificationWorkflows.ActivityTypes) services.AddTransient(activity);
        services.AddSingleton(CertificationWorkflows.Register);
        services.AddSingleton(provider => new EmbeddedEngine(
            EngineOptions.For(storage, settings.NodeFolder) with { LeaseDuration = settings.EngineLease },
            provider.GetRequiredService<WorkflowRegistry>(),
            provider.GetRequiredService<BusinessClock>(),
            provider.GetRequiredService<ILogger<EmbeddedEngine>>()));
        services.AddSingleton<IWorkflowClient>(provider => provider.GetRequiredService<EmbeddedEngine>());
        services.AddSingleton<IEngineHealth, EngineHealth>();
    }

    private static async Task<AuthorityStorage> OpenStorage(ServerSettings settings)
    {
        try
        {
            var address = StorageAddress.FromConnectionString(settings.StorageConnection);
            var storage = AuthorityStorage.Open(
                address, settings.StoragePrefix, new StorageClientSettings { PerAttempt = settings.KillAt });
            await StoragePatience.UntilCreated(storage);
            return storage;
        }
        catch (Exception unfit) when (unfit is FormatException or ArgumentException or InvalidOperationException)
        {
            // The connection string holds a key: say what is wrong, never what it is.
            throw new SettingsException("Storage:ConnectionString or Storage:Prefix", unfit.Message);
        }
    }
}
