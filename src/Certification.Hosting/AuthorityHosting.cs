using System.Security.Cryptography;
using Certification.Hosting.Federation;
using Certification.Hosting.Keys;
using Certification.Hosting.Running;
using Certification.Hosting.Settings;
using Certification.Hosting.Telemetry;
using Certification.Hosting.TimeStamps;
using Certification.Signing.Log;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Storage.Changes;
using Certification.Storage.Lists;
using Certification.Storage.Numbers;
using Certification.Storage.Outbox;
using Certification.Web;
using Certification.Workflows;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Activities.Reviews;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Outbox;
using Certification.Workflows.Port;

namespace Certification.Hosting;

/// <summary>Puts together what every host of an authority has alike: storage, keys, trust, clock, activities, web layer.</summary>
public static class AuthorityHosting
{
    private static readonly TimeSpan BatchWindow = TimeSpan.FromMilliseconds(20);

    /// <summary>Opens storage, keys and trust, and registers everything but the engine. The host adds an
    /// <see cref="IWorkflowClient"/> and a <see cref="Web.Http.IEngineHealth"/>, something that runs
    /// <see cref="OutboxDispatcher.Sweep"/> now and then (<see cref="OutboxPump"/> does), builds, and calls
    /// <c>MapCertification</c>.</summary>
    /// <returns>The same services. Storage and keys are there when it returns, nothing runs yet.</returns>
    /// <exception cref="SettingsException">Storage, keys or trust do not fit the settings.</exception>
    public static async Task<IServiceCollection> AddAuthority(this IServiceCollection services, AuthoritySettings settings)
    {
        var keys = await AuthorityKeys.Open(settings);
        var storage = await StorageOpening.Open(settings);
        await PublishedTrust.RefuseRollback(new PublicBlobs(storage), keys.Trust);
        var clock = await BusinessClock.Open(storage, settings.IsDevelopment);
        var development = settings.IsDevelopment ? DevelopmentKey.OpenIssuer(settings) : null;

        services.AddAuthorityTelemetry(settings.Telemetry, settings.Authority.Code);
        services.AddSingleton(settings).AddSingleton(settings.Authority).AddSingleton(keys).AddSingleton(keys.Trust);
        services.AddSingleton(keys.Signing);
        services.AddSingleton(settings.Evidence.TrustedKeys());
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        AddStorage(services, storage, settings);
        AddLog(services, settings.Authority, keys.Signing);
        AddWorkflows(services, storage, settings);
        services.AddCertificationWeb(new WebSettings(development, settings.Issuer, settings.Public.ReadsPerMinute));
        return services.AddHostedService<PublishedBasics>().AddHostedService<TrustFollower>().AddHostedService<LogWitnessing>();
    }

    private static void AddStorage(IServiceCollection services, AuthorityStorage storage, AuthoritySettings settings)
    {
        services.AddSingleton(storage).AddSingleton<Subjects>().AddSingleton<Indexes>();
        services.AddSingleton<PublicBlobs>().AddSingleton<PublishedTrust>().AddSingleton<DossierBlobs>().AddSingleton<IssuedCertificates>();
        services.AddSingleton(new EvidenceBlobs(storage, settings.Evidence.LimitBytes, TimeProvider.System));
        services.AddSingleton(new AbandonedUploads(storage, TimeProvider.System));
        services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<ILogger<OutboxDispatcher>>();
            var indexes = provider.GetRequiredService<Indexes>();
            // The engine's activities change subjects, whose messages go to the engine: the circle is cut by asking late.
            return new OutboxDispatcher(storage, (subject, error) => HostingLog.DeliveryWaits(log, error, subject))
                .On(IndexChange.OutboxKind, indexes.Apply)
                .On(RulebookPublication.OutboxKind, (delivery, cancellation) =>
                    provider.GetRequiredService<RulebookPublication>().Deliver(delivery, cancellation))
                .OnWorkflowMessages(provider.GetRequiredService<IWorkflowClient>);
        });
    }

    // Real time: a batch waits for others that come at the same moment.
    private static void AddLog(IServiceCollection services, AuthorityProfile authority, SigningKeys keys) => services
        .AddSingleton<ILogStore, BlobLogStore>().AddSingleton<LogPlaces>().AddSingleton<AuthorityLog>().AddSingleton<AuditHeads>()
        .AddSingleton<WitnessMemory>().AddSingleton<AuthorityWitness>().AddSingleton<WitnessClient>()
        .AddSingleton(provider => new CosignedCheckpoint(authority.LogId, provider.GetRequiredService<ILogStore>()))
        .AddSingleton(provider => new TransparencyLog(
            authority.LogId, provider.GetRequiredService<ILogStore>(), keys.LogSigners(authority.LogId)))
        .AddSingleton(provider => new LogBatcher(
            provider.GetRequiredService<TransparencyLog>(), TimeProvider.System, BatchWindow));

    private static void AddWorkflows(IServiceCollection services, AuthorityStorage storage, AuthoritySettings settings)
    {
        services.AddSingleton(new Countersigning(settings.Keys.OpenSecond()));
        services.AddSingleton<ITimeStampAuthority>(new HttpTimeStamps(settings.TimeStamps, TimeSpan.FromSeconds(20)));
        services.AddSingleton<IPeerAuthorities, HttpPeers>().AddSingleton(PeerHttp.CreateClient());
        services.AddSingleton<CaseFiles>().AddSingleton<CertificateFiles>().AddSingleton<RecognitionFiles>();
        services.AddSingleton<RulebookFiles>().AddSingleton<RulebookPublication>();
        services.AddSingleton<CertificateDrafts>().AddSingleton<EvidenceReports>().AddSingleton<DecisionRecords>();
        services.AddSingleton<RecordedStatus>().AddSingleton<StatusListPublisher>().AddSingleton<StatusRecordPublisher>();
        services.AddSingleton<ForeignCertificates>().AddSingleton<UpstreamCertificates>().AddSingleton<UpstreamNews>();
        services.AddSingleton(new NumberRegister(storage, settings.Authority.Code, RandomNumberGenerator.GetInt32));
        foreach (var activity in CertificationWorkflows.ActivityTypes) services.AddTransient(activity);
        services.AddSingleton(CertificationWorkflows.Register);
    }
}
