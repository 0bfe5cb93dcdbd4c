using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Intake;
using Certification.Workflows.Activities.Lifecycle;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Activities.Reviews;
using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>Everything that an engine has to run, by its durable name.</summary>
public static class CertificationWorkflows
{
    /// <summary>All workflows, and all activities with what they need from <paramref name="services"/>.</summary>
    public static WorkflowRegistry Register(IServiceProvider services)
    {
        var registry = new WorkflowRegistry();
        RegisterWorkflows(registry);
        RegisterActivities(registry, services);
        return registry;
    }

    /// <summary>The workflows alone: what tests run against activities of their own.</summary>
    public static void RegisterWorkflows(WorkflowRegistry registry) => registry
        .Add(WorkflowNames.CertifySystem, 2, () => new CertifySystem())
        .Add(WorkflowNames.ReviewDossier, 1, () => new ReviewDossier())
        .Add(WorkflowNames.SeekRecognition, 1, () => new SeekRecognition())
        .Add(WorkflowNames.RecogniseCertificate, 1, () => new RecogniseCertificate())
        .Add(WorkflowNames.WatchCertificate, 1, () => new WatchCertificate())
        .Add(WorkflowNames.RestoreAccountability, 1, () => new RestoreAccountability())
        .Add(WorkflowNames.SweepCertificates, 1, () => new SweepCertificates());

    /// <summary>The activity classes, for a container to construct.</summary>
    public static IReadOnlyList<Type> ActivityTypes { get; } =
    [
        .. typeof(CertificationWorkflows).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false }
            && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IActivity<,>))),
    ];

    private static void RegisterActivities(WorkflowRegistry registry, IServiceProvider services)
    {
        T New<T>() => (T)(services.GetService(typeof(T))
            ?? throw new InvalidOperationException($"The container does not know the activity {typeof(T).Name}."));

        registry
            .Add(ActivityNames.CheckIntake, New<CheckIntake>)
            .Add(ActivityNames.LapseSubmission, New<LapseSubmission>)
            .Add(ActivityNames.ValidateEvidenceItem, New<ValidateEvidenceItem>)
            .Add(ActivityNames.ConcludeValidation, New<ConcludeValidation>)
            .Add(ActivityNames.DecideByDeclaration, New<DecideByDeclaration>)
            .Add(ActivityNames.ReadReview, New<ReadReview>)
            .Add(ActivityNames.RemindAssessors, New<RemindAssessors>)
            .Add(ActivityNames.EscalateReview, New<EscalateReview>)
            .Add(ActivityNames.ConcludeReview, New<ConcludeReview>)
            .Add(ActivityNames.ReadDecision, New<ReadDecision>)
            .Add(ActivityNames.RemindDeciders, New<RemindDeciders>)
            .Add(ActivityNames.RecordDecision, New<RecordDecision>)
            .Add(ActivityNames.RegisterRefusal, New<RegisterRefusal>)
            .Add(ActivityNames.ReserveNumber, New<ReserveNumber>)
            .Add(ActivityNames.DraftCertificate, New<DraftCertificate>)
            .Add(ActivityNames.RedeemDraft, New<RedeemDraft>)
            .Add(ActivityNames.SignCertificate, New<SignCertificate>)
            .Add(ActivityNames.EnterLog, New<EnterLog>)
            .Add(ActivityNames.StampCertificate, New<StampCertificate>)
            .Add(ActivityNames.RecordNoTimeStamp, New<RecordNoTimeStamp>)
            .Add(ActivityNames.CountersignCertificate, New<CountersignCertificate>)
            .Add(ActivityNames.EnterStatus, New<EnterStatus>)
            .Add(ActivityNames.PublishCertificate, New<PublishCertificate>)
            .Add(ActivityNames.ListPeers, New<ListPeers>)
            .Add(ActivityNames.AskForRecognition, New<AskForRecognition>)
            .Add(ActivityNames.RecordNoAnswer, New<RecordNoAnswer>)
            .Add(ActivityNames.JudgeCertificate, New<JudgeCertificate>)
            .Add(ActivityNames.SendStatement, New<SendStatement>)
            .Add(ActivityNames.PublishStatus, New<PublishStatus>)
            .Add(ActivityNames.TellPeersOfStatus, New<TellPeersOfStatus>)
            .Add(ActivityNames.OpenRenewal, New<OpenRenewal>)
            .Add(ActivityNames.ExpireCertificate, New<ExpireCertificate>)
            .Add(ActivityNames.TellOfOrphanedDuties, New<TellOfOrphanedDuties>)
            .Add(ActivityNames.RestrictOrphaned, New<RestrictOrphaned>)
            .Add(ActivityNames.RefreshStatusLists, New<RefreshStatusLists>)
            .Add(ActivityNames.DeleteAbandonedUploads, New<DeleteAbandonedUploads>)
            .Add(ActivityNames.FindDueCertificates, New<FindDueCertificates>);
    }
}
