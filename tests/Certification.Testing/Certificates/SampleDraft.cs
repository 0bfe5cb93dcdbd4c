using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Testing.Certificates;

/// <summary>A draft that every lint passes; tests change one thing in it.</summary>
public static class SampleDraft
{
    /// <summary>Start of the sample's validity.</summary>
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Where the sample's status list is published.</summary>
    public const string StatusList = "https://xa.example/status/1";

    /// <summary>What the sample's rulebook demands.</summary>
    public static LintContext Context { get; } =
        new(["incident-response", "human-oversight"], ["capability-evaluation", "bill-of-materials"], TimeSpan.FromDays(366), SurveillanceRequired: true);

    /// <summary>The draft.</summary>
    public static CertificateDraft Create() => new(
        CertificateNumber.Parse("XA-2026-000123"),
        new("XA", "Authority of Exampland"),
        new("acme", "Acme Models GmbH", "XA"),
        new("acme/helper-7b", "2.1.0", [new("model.safetensors", Sha256Digest.Of("weights"u8))]),
        new(["text-generation", "code-generation"], [Context1()]),
        [new("monitoring.log-retention", "P180D", "Logs are kept for 180 days.")],
        [new("access.rate-limit", "60/min", "At most 60 requests a minute and user.")],
        new(RiskTier.High, [new("TR-FLOOR-0003", RiskTier.Limited, "Generates text."), new("TR-FLOOR-0007", RiskTier.High, "Advises on employment.")]),
        new("xa", "1.0.0", Sha256Digest.Of("rulebook"u8), "floor", "1.0.0"),
        Sha256Digest.Of("dossier"u8),
        [
            new("capability-evaluation", Visibility.Public, "third-party", Sha256Digest.Of("log"u8), "Evaluators e.V.", new(2026, 1, 20), [new("mmlu/accuracy", "0.742")]),
            EvidenceEntry.Withheld("bill-of-materials", Visibility.Authority, "first-party", EvidenceEntry.Commit("0123456789abcdef"u8, Sha256Digest.Of("bom"u8))),
        ],
        [
            new("acme", "Acme Models GmbH", "provider", "XA", "safety@acme.example", ["incident-response"], new(2026, 2, 1)),
            new("hire", "Hire & Co", "deployer", "XB", "ops@hire.example", ["human-oversight"], new(2026, 2, 3)),
        ],
        ["Weak in languages other than English.", "Invents citations <when asked> for \"sources\"."],
        new(["Quantisation to 8 bit, MMLU loss at most 1 point."]),
        new(Day, Day.AddDays(365)),
        [new("surveillance.audit", 180, new(2026, 9, 1), "Audit of the logs.")],
        new(StatusList, 4711),
        "xa-log-1");

    private static ContextOfUse Context1() => new(
        "employment", "Ranks applications for a human recruiter.", "advises", ["workers"], "thousands", "reversed-with-effort", "api", "mixed");
}
