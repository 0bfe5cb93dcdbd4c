using System.Text.Json;
using Certification.Domain;
using Certification.Web.Access;
using Certification.Web.Accountability;
using Certification.Web.Certificates;
using Certification.Web.Evidence;
using Certification.Web.Http;
using Certification.Web.Intake;
using Certification.Web.Lifecycle;
using Certification.Web.Log;
using Certification.Web.Pages;
using Certification.Web.Recognition;
using Certification.Web.Reviews;
using Certification.Web.Rulebooks;
using Certification.Web.Submissions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web;

/// <summary>The HTTP API and the pages of one authority, for any ASP.NET Core host.</summary>
public static class CertificationWeb
{
    /// <summary>Adds what the endpoints need. The host adds storage, clock, trust, rulebook, profile and the workflow client.</summary>
    public static IServiceCollection AddCertificationWeb(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings);
        if (settings.Development is not null) services.AddSingleton(settings.Development);
        services.AddScoped<SubmissionCommands>().AddScoped<AccountabilityViews>().AddScoped<ProposalCommands>();
        services.AddScoped<SimulatedSubjects>().AddScoped<PublishedCertificates>().AddScoped<CertificateBundles>().AddScoped<Verification>().AddScoped<StatementRecorder>();
        services.AddRazorComponents();
        services.AddExceptionHandler<UnexpectedErrors>().AddMemoryCache().AddPublicReads(settings.PublicReadsPerMinute);
        services.ConfigureHttpJsonOptions(options => LikeDomainJson(options.SerializerOptions));
        // Nothing here is protected with keys of our own; without this line a key ring is written into the user's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(Schemes.Person)
            .AddJwtBearer(Schemes.Person, options => PersonTokens.Configure(options, settings))
            // Tokens run on real time; the container's clock is business time, which Development advances.
            .AddScheme<AuthenticationSchemeOptions, AuthorityTokens>(Schemes.Authority, options => options.TimeProvider = TimeProvider.System);
        services.AddAuthorization().AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedSignIn>();
        return services.AddApiDocument();
    }

    /// <summary>Puts the middleware in order and maps every endpoint.</summary>
    public static void MapCertification(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<WebSettings>();
        app.UseSecurityHeaders().UseExceptionHandler(_ => { }).UseProblemsForEmptyAnswers();
        app.UseRouting().UseAuthentication().UseAuthorization().UseRateLimiter();
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("").AddEndpointFilter<RouteGroupBuilder, RefuseUnreadableArguments>();
        MapApi(api);
        if (settings.Development is not null) DevelopmentResource.Map(api);
        MapPages(app);
    }

    /// <summary>Pages are no part of the API document.</summary>
    private static void MapPages(WebApplication app)
    {
        var pages = app.MapGroup("").LimitPublicReads().ExcludeFromDescription().WithMetadata(new PageMark());
        PublicPages.Map(pages);
        RulebookPages.Map(pages);
        PrintPages.Map(pages);
        VerifyPages.Map(pages);
        CasePages.Map(pages);
        SignInPages.Map(pages);
        SiteFiles.Map(pages);
    }

    private static void MapApi(IEndpointRouteBuilder api)
    {
        SubmissionsResource.Map(api);
        HandInResource.Map(api);
        AccountabilityResource.Map(api);
        PartyAnswersResource.Map(api);
        SuccessionsResource.Map(api);
        TimelineResource.Map(api);
        PrecheckResource.Map(api);
        EffortResource.Map(api);
        OfficerTasksResource.Map(api);
        SharedDossierResource.Map(api);
        RulebookResource.Map(api);
        RulebooksResource.Map(api);
        RulebookSchemaResource.Map(api);
        ProposalsResource.Map(api);
        SimulationResource.Map(api);
        EvidenceResource.Map(api);
        EvidenceFormatsResource.Map(api);
        UploadResource.Map(api);
        CasesResource.Map(api);
        AssignmentsResource.Map(api);
        ConclusionsResource.Map(api);
        DecisionResource.Map(api);
        DecisionRecordResource.Map(api);
        DecisionPartsResource.Map(api);
        CertificatesResource.Map(api);
        BundleResource.Map(api);
        VerifyResource.Map(api);
        PublicFilesResource.Map(api);
        RecognitionsResource.Map(api);
        RecognitionRequestsResource.Map(api);
        StatementsResource.Map(api);
        CertificateStatusResource.Map(api);
        RefusalsResource.Map(api);
        LogResource.Map(api);
        LogProofsResource.Map(api);
        WitnessResource.Map(api);
        HealthResource.Map(api);
    }

    /// <summary>The framework keeps options of its own; they are made equal to the domain's.</summary>
    private static void LikeDomainJson(JsonSerializerOptions options)
    {
        var domain = DomainJson.Options;
        options.NumberHandling = domain.NumberHandling;
        options.DefaultIgnoreCondition = domain.DefaultIgnoreCondition;
        options.Encoder = domain.Encoder;
        options.RespectNullableAnnotations = domain.RespectNullableAnnotations;
        options.RespectRequiredConstructorParameters = domain.RespectRequiredConstructorParameters;
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolverChain.Add(domain.TypeInfoResolver!);
        foreach (var converter in domain.Converters) options.Converters.Add(converter);
    }
}
