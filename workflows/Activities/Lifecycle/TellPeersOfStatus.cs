using Certification.Signing.Trust;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Lifecycle;

/// <summary>Tells every other authority that a certificate's status has changed, so that they look at once and not only
/// when their daily look comes. All are told, whoever fails.</summary>
public sealed class TellPeersOfStatus(IPeerAuthorities peers, CurrentTrust trust, AuthorityProfile authority)
    : IActivity<TellPeersInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, TellPeersInput input, CancellationToken cancellation)
    {
        var others = trust.Snapshot.Authorities.Select(peer => peer.Code).Where(code => code != authority.Code);
        await Task.WhenAll(others.Select(code => peers.TellStatus(code, input.Number, input.Status, cancellation)));
        return new Done(true);
    }
}
