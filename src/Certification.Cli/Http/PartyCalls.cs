using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Cli.Http;

/// <summary>What the accountable parties of a case call.</summary>
public sealed partial class AuthorityClient
{
    /// <summary>Who answers for what in a case.</summary>
    public Task<Tagged<AccountabilityView>> GetAccountabilityAsync(string submissionId, CancellationToken cancellation) =>
        ReadTaggedAsync<AccountabilityView>(Get($"/v1/submissions/{submissionId}/accountability"), cancellation);

    /// <summary>Accepts the duties of a party on the terms that <paramref name="seen"/> shows.</summary>
    public Task<Tagged<AccountabilityView>> AcceptDutiesAsync(
        Tagged<AccountabilityView> seen, string party, CancellationToken cancellation) =>
        AnswerAsync(seen, party, "acceptance", new { seen.Value.Party(party).Terms }, cancellation);

    /// <summary>Declines the duties of a party.</summary>
    public Task<Tagged<AccountabilityView>> DeclineDutiesAsync(
        Tagged<AccountabilityView> seen, string party, string reason, CancellationToken cancellation) =>
        AnswerAsync(seen, party, "refusal", new { reason }, cancellation);

    /// <summary>Says that a party answers for nothing any more.</summary>
    public Task<Tagged<AccountabilityView>> LeaveAsync(
        Tagged<AccountabilityView> seen, string party, string reason, CancellationToken cancellation) =>
        AnswerAsync(seen, party, "departure", new { reason }, cancellation);

    /// <summary>Names who takes duties over.</summary>
    public Task<Tagged<AccountabilityView>> NameSuccessorAsync(
        Tagged<AccountabilityView> seen, string from, IReadOnlyList<string> duties, Party successor, CancellationToken cancellation) =>
        ReadTaggedAsync<AccountabilityView>(
            WithIfMatch(
                Write(HttpMethod.Post, $"/v1/submissions/{seen.Value.SubmissionId}/successions", new { from, duties, successor }), seen.ETag),
            cancellation);

    private Task<Tagged<AccountabilityView>> AnswerAsync<T>(
        Tagged<AccountabilityView> seen, string party, string answer, T body, CancellationToken cancellation) =>
        ReadTaggedAsync<AccountabilityView>(
            WithIfMatch(
                Write(HttpMethod.Post, $"/v1/submissions/{seen.Value.SubmissionId}/parties/{Uri.EscapeDataString(party)}/{answer}", body),
                seen.ETag),
            cancellation);
}

/// <summary>The accountability graph of a case, as <c>GET /v1/submissions/{id}/accountability</c> shows it.</summary>
public sealed record AccountabilityView(
    string SubmissionId,
    string System,
    string Purpose,
    RiskTier Tier,
    IReadOnlyList<DutyView> Duties,
    IReadOnlyList<PartyView> Parties,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<DutyTenure> Tenures)
{
    /// <summary>The party of this id.</summary>
    /// <exception cref="Terminal.ProblemException">There is none.</exception>
    public PartyView Party(string id) => Parties.FirstOrDefault(party => party.Id == id) ?? throw new Terminal.ProblemException(
        new Terminal.Problem(
            $"Submission {SubmissionId} has no party '{id}'.", "--party",
            $"Name one of: {string.Join(", ", Parties.Select(party => party.Id))}.", "party.not-found"),
        Terminal.ExitCode.No);
}

/// <summary>A duty and who owns it.</summary>
public sealed record DutyView(string Code, string Title, string Clause, IReadOnlyList<DutyOwnerView> Owners);

/// <summary>One owner of one duty.</summary>
public sealed record DutyOwnerView(
    string Party, string Name, OwnerStanding Standing, string? Authority, DutyResources? Resources, string? Share, string? ConsentOf);

/// <summary>A party.</summary>
/// <param name="Terms">Digest of everything that it would accept now.</param>
public sealed record PartyView(
    string Id, string Name, string Role, string Country, string Organisation, Sha256Digest Terms, AnswerView? Answer);

/// <summary>What a party said.</summary>
public sealed record AnswerView(PartyAnswerKind Kind, string By, DateTimeOffset At, AnswerMeans Means, string? Reason);
