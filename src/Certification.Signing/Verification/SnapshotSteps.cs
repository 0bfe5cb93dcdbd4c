using System.Globalization;
using static Certification.Signing.Verification.StepReport;

namespace Certification.Signing.Verification;

/// <summary>The steps that rest on what the issuer, its log and others published about a certificate.</summary>
internal static class SnapshotSteps
{
    /// <summary>Status, status record, log and time-stamp.</summary>
    public static IEnumerable<VerificationStep> Of(Judgement judgement)
    {
        var evidence = VerificationEvidence.Of(judgement);
        return [Status(judgement, evidence), Record(judgement, evidence), Log(judgement, evidence), TimeStamp(judgement)];
    }

    private static VerificationStep Status(Judgement judgement, VerificationEvidence evidence)
    {
        var pointer = judgement.Document.Certificate!.Content.Status;
        return Step(
            StepName.Status, judgement.StatusSays(),
            evidence.Entry is null || judgement.Settling is not null
                ? "The issuer's status record is of later, so it tells what held at that instant."
                : "The issuer's status list says that the certificate is in force.",
            new("list", pointer.List),
            new("place", pointer.Index.ToString(CultureInfo.InvariantCulture)),
            evidence.Entry is { } entry ? new("entry", entry.ToString().ToLowerInvariant()) : null,
            evidence.StatusList is { } list ? new("as of", Moment(list.IssuedAt)) : null);
    }

    private static VerificationStep Record(Judgement judgement, VerificationEvidence evidence) => judgement.Inputs.StatusRecord is null
        ? NotAsked(StepName.StatusRecord, "No status record was given; the status list alone says whether it is in force.")
        : Step(
            StepName.StatusRecord, judgement.RecordSays(), "The issuer's record knows this certificate under its number, and objects to nothing.",
            evidence.StatusRecord is { } record ? new("status", record.Status.ToString().ToLowerInvariant()) : null,
            evidence.StatusRecord is { } dated ? new("since", Moment(dated.Since)) : null,
            evidence.StatusRecord?.Reason is { } reason ? new("reason", reason) : null,
            evidence.StatusRecord?.Successor is { } successor ? new("successor", successor.Text) : null);

    private static VerificationStep Log(Judgement judgement, VerificationEvidence evidence) => judgement.Inputs.Log is null
        ? NotAsked(StepName.Log, "No log proof was asked for.")
        : Step(
            StepName.Log, judgement.LogSays, "The certificate stands in its issuer's public log, where it cannot be taken out unseen.",
            evidence.Log is { } place
                ?
                [
                    new("log", place.Checkpoint.Origin),
                    new("entry", place.Index.ToString(CultureInfo.InvariantCulture)),
                    new("entries in the tree", place.Checkpoint.Size.ToString(CultureInfo.InvariantCulture)),
                    new("root", Convert.ToHexStringLower(place.Checkpoint.Root.Span)),
                    .. place.CosignedBy.Select(one => new StepFact("cosigned by", $"{one.Witness} at {Moment(one.At)}")),
                ]
                : []);

    private static VerificationStep TimeStamp(Judgement judgement) => judgement.Inputs.TimeStamp is { Token: not null, Roots.Count: > 0 }
        ? Step(
            StepName.TimeStamp, judgement.StampSays, "A time-stamping authority that is believed here saw the certificate.",
            judgement.StampedAt is { } at ? new StepFact("existed by", Moment(at)) : null)
        : NotAsked(StepName.TimeStamp, judgement.Inputs.TimeStamp?.Token is null
            ? "There is no time-stamp."
            : "No time-stamping authority is believed here, so the time-stamp was passed over.");
}
