using Certification.Signing.Trust;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>The authorities that are asked to recognise a new certificate: all others in the trust list.</summary>
public sealed class ListPeers(CurrentTrust trust, AuthorityProfile authority) : IActivity<CaseInput, Peers>
{
    /// <inheritdoc/>
    public Task<Peers> Run(ActivityContext context, CaseInput input, CancellationToken cancellation) =>
        Task.FromResult(new Peers(
            [.. trust.Snapshot.Authorities.Select(peer => peer.Code).Where(code => code != authority.Code).Order(StringComparer.Ordinal)]));
}
