using Certification.Cli.Http;
using Certification.Domain.Submissions;

namespace Certification.Cli.Journey;

/// <summary>Everybody who acts in the journey, each with a token of their own.</summary>
public sealed class Cast : IDisposable
{
    private const int TokenMinutes = 8 * 60;
    private readonly List<AuthorityClient> _clients = [];

    private Cast(Uri xa, Uri xb, TimeSpan patience)
    {
        Xa = Add(new AuthorityClient(xa, null, patience));
        Xb = Add(new AuthorityClient(xb, null, patience));
    }

    /// <summary>Anybody, at the issuing authority.</summary>
    public AuthorityClient Xa { get; }

    /// <summary>Anybody, at the recognising authority.</summary>
    public AuthorityClient Xb { get; }

    /// <summary>The developer who submits.</summary>
    public required AuthorityClient Applicant { get; init; }

    /// <summary>For each accountable party, by its id, somebody who speaks for it.</summary>
    public required IReadOnlyDictionary<string, AuthorityClient> Speakers { get; init; }

    /// <summary>The first assessor.</summary>
    public required AuthorityClient FirstAssessor { get; init; }

    /// <summary>The second assessor, of another laboratory.</summary>
    public required AuthorityClient SecondAssessor { get; init; }

    /// <summary>The first assessor again, with a decider's token: who assessed must not decide, whatever the token allows.</summary>
    public required AuthorityClient FirstAssessorAsDecider { get; init; }

    /// <summary>The decider.</summary>
    public required AuthorityClient Decider { get; init; }

    /// <summary>The officer who withdraws.</summary>
    public required AuthorityClient Officer { get; init; }

    /// <summary>Waits until both authorities answer, and gets everybody a token of XA's development issuer.</summary>
    public static async Task<Cast> AssembleAsync(
        Uri xa, Uri xb, IReadOnlyList<Party> parties, TimeSpan patience, CancellationToken cancellation)
    {
        using var door = new AuthorityClient(xa, null, patience);
        using var otherDoor = new AuthorityClient(xb, null, patience);
        await door.WaitUntilReadyAsync(cancellation);
        await otherDoor.WaitUntilReadyAsync(cancellation);

        async Task<AuthorityClient> As(string role, string name, string organisation) => new(
            xa,
            await door.IssueTokenAsync(new TokenRequest(role, name, organisation, TokenMinutes), cancellation),
            patience);

        var speakers = new Dictionary<string, AuthorityClient>();
        foreach (var party in parties)
            speakers[party.Id] = await As("party", $"the duty manager of {party.Id}", party.Organisation ?? party.Name);
        var applicant = parties.FirstOrDefault()?.Name ?? "applicant";
        return new Cast(xa, xb, patience)
        {
            Applicant = await As("applicant", "alex", applicant),
            Speakers = speakers,
            FirstAssessor = await As("assessor", "ada", "Laboratory One"),
            SecondAssessor = await As("assessor", "ben", "Laboratory Two"),
            FirstAssessorAsDecider = await As("decider", "ada", "Laboratory One"),
            Decider = await As("decider", "dora", "Authority XA"),
            Officer = await As("officer", "olaf", "Authority XA"),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in (AuthorityClient[])
            [.. _clients, .. Speakers.Values, Applicant, FirstAssessor, SecondAssessor, FirstAssessorAsDecider, Decider, Officer])
        {
            client.Dispose();
        }
    }

    private AuthorityClient Add(AuthorityClient client)
    {
        _clients.Add(client);
        return client;
    }
}
