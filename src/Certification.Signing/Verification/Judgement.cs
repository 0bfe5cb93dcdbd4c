using System.Text;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;

namespace Certification.Signing.Verification;

/// <summary>One document with all that was given to judge it by, opened. The verdict is its first objection; what each part says
/// alone can be asked afterwards, so that the explanation and the verdict never come from different code.</summary>
internal sealed class Judgement
{
    private readonly Reason? _statusFault;
    private readonly Reason? _recordFault;

    private Judgement(ExaminedDocument document, VerificationInputs inputs)
    {
        (Document, Inputs) = (document, inputs);
        Status = OpenStatus(inputs, out _statusFault);
        Record = inputs is { Trust: { } trust, StatusRecord: { } record } ? StatusRecord.Open(record, trust, out _recordFault) : null;
        if (document.Certificate is not { } certificate)
        {
            return;
        }

        Objection? logSays = null;
        InLog = inputs.Log?.Open(certificate, Digest, out logSays);
        Reason? stampFault = null;
        StampedAt = inputs.TimeStamp?.ExistedAt(Digest, out stampFault);
        LogSays = logSays;
        StampSays = stampFault is null ? null : Objection.Undetermined(
            stampFault.Code, stampFault.Message, "Leave the time-stamp out, or get the one that its issuer keeps.");
    }

    public ExaminedDocument Document { get; }

    public VerificationInputs Inputs { get; }

    public StatusListToken? Status { get; }

    public OpenedStatusRecord? Record { get; }

    public WitnessedCheckpoint? InLog { get; }

    public DateTimeOffset? StampedAt { get; }

    public Objection? LogSays { get; }

    public Objection? StampSays { get; }

    /// <summary>The status record, where it alone tells what held; null elsewhere.</summary>
    public StatusRecord? Settling => RecordJudgement.Settling(Record, Inputs);

    private Certificate Certificate => Document.Certificate!;

    private Sha256Digest Digest => Document.Digest!.Value;

    /// <summary>Opens what was given.</summary>
    public static VerificationResult Of(ExaminedDocument document, VerificationInputs inputs)
    {
        var judgement = new Judgement(document, inputs);
        var record = judgement.Record?.Record;
        return new(judgement.Verdict(), document.Certificate, record?.Certificate == document.Digest ? record : null) { Judgement = judgement };
    }

    /// <summary>The service whose key signed.</summary>
    public TrustedService Issuer() => Inputs.Trust!.Find(ServiceKind.Issuing, Certificate.IssuerCertificate)!;

    public Objection? IssuerSays() => IssuerJudgement.Judge(Certificate, Issuer(), Earlier(InLog?.WitnessedAt, StampedAt));

    public Objection? RecordSays() => RecordJudgement.Judge(Certificate, Digest, Record, _recordFault, Status, Inputs);

    public Objection? StatusSays() => StatusJudgement.Judge(Certificate, Status, _statusFault, Settling, Inputs);

    public Objection? SecondSays() => SecondSignatureJudgement.Judge(Certificate, Digest, Inputs);

    public Objection? TrustListSays() => Inputs.Trust!.IsStale(Inputs.At)
        ? Objection.Undetermined("trust.stale", $"The trust list was to be updated at {Inputs.Trust.NextUpdate:u}.", "Get the current trust list.")
        : null;

    public Objection? DatesSay()
    {
        var (validity, at) = (Certificate.Content.Validity, Inputs.At);
        if (at < validity.NotBefore)
        {
            return Objection.Invalid(
                "certificate.not-yet-valid", $"The certificate is in force from {validity.NotBefore:u}, not at {at:u}.", "Wait, or ask for a later instant.");
        }

        return at >= validity.NotAfter
            ? Objection.Invalid(
                "certificate.expired", $"The certificate expired at {validity.NotAfter:u}.", "Ask the holder for the certificate that follows it.")
            : null;
    }

    private VerificationVerdict Verdict()
    {
        var objection = Document.Objection
            ?? DatesSay() ?? IssuerSays() ?? TrustListSays() ?? RecordSays() ?? SecondSays() ?? LogSays ?? StampSays ?? StatusSays();
        return new(
            objection?.Outcome ?? VerificationOutcome.Valid,
            objection is null ? [] : [new(objection.Code, objection.Message)],
            objection?.NextStep,
            Inputs.At.ToUniversalTime(),
            Document.Certificate?.Number,
            Document.Digest,
            Inputs.Trust?.Digest,
            Status?.Digest,
            Record?.Digest,
            InLog is null ? null : Sha256Digest.Of(Encoding.UTF8.GetBytes(InLog.Checkpoint.Text)));
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static StatusListToken? OpenStatus(VerificationInputs inputs, out Reason? fault)
    {
        fault = null;
        return inputs switch
        {
            { Trust: { } trust, StatusList: { } jwt } => StatusListToken.Open(jwt, trust, inputs.At, out fault),
            { Trust: { } trust, StatusListCwt: { } cwt } => StatusListCwt.Open(cwt, trust, inputs.At, out fault),
            _ => null,
        };
    }
}
