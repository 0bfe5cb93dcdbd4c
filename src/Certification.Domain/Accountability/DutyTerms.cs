using Certification.Domain.Submissions;

namespace Certification.Domain.Accountability;

/// <summary>What exactly a party accepts, as a digest. Whoever changes system, use, authority or resources behind the
/// party's back holds an acceptance of something else.</summary>
public static class DutyTerms
{
    /// <summary>Digest of the terms of one duty.</summary>
    public static Sha256Digest Of(Declaration declaration, Party party, string duty)
    {
        var system = declaration.System;
        var mandate = party.MandateFor(duty);
        return Sha256Digest.Of(DomainJson.Bytes(new Terms(
            system.Name, system.Version, system.Purpose, system.Artifacts, declaration.Context, party.Id, party.Name, party.Role,
            duty, mandate is null ? null : mandate with { Duties = [duty] })));
    }

    /// <summary>Every duty of a party with its terms.</summary>
    public static IReadOnlyList<AcceptedDuty> OfAll(Declaration declaration, Party party) =>
        [.. party.Duties.Order(StringComparer.Ordinal).Select(duty => new AcceptedDuty(duty, Of(declaration, party, duty)))];

    /// <summary>One digest over all of them: what a person who accepts has read and sends back.</summary>
    public static Sha256Digest Summary(Declaration declaration, Party party) =>
        Sha256Digest.Of(DomainJson.Bytes(OfAll(declaration, party)));

    private sealed record Terms(
        string System, string Version, string Purpose, IReadOnlyList<ArtifactDigest> Artifacts, ContextOfUse Context,
        string Party, string Name, string Role, string Duty, Mandate? Mandate);
}
