using Certification.Domain.Certificates;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>How this authority talks to others. Addresses come from the trust list and from nowhere else; answers are not
/// trusted until their signatures have been verified.</summary>
public interface IPeerAuthorities
{
    /// <summary>A certificate as its issuer publishes it; null when the issuer publishes none under this number.</summary>
    /// <exception cref="PeerUnreachableException">The issuer did not answer as it should.</exception>
    Task<byte[]?> FetchCertificate(string authority, string number, CancellationToken cancellation);

    /// <summary>The issuer's status list token; null when <paramref name="uri"/> is not an address of that authority or has
    /// nothing.</summary>
    /// <exception cref="PeerUnreachableException">The issuer did not answer as it should.</exception>
    Task<string?> FetchStatusList(string authority, string uri, CancellationToken cancellation);

    /// <summary>The issuer's latest status record of a certificate; null when it publishes none.</summary>
    /// <exception cref="PeerUnreachableException">The issuer did not answer as it should.</exception>
    Task<string?> FetchStatusRecord(string authority, CertificateNumber number, CancellationToken cancellation);

    /// <summary>The issuer's proof that a certificate is in its log; null when it publishes none.</summary>
    /// <exception cref="PeerUnreachableException">The issuer did not answer as it should.</exception>
    Task<string?> FetchLogProof(string authority, CertificateNumber number, CancellationToken cancellation);

    /// <summary>Asks another authority to recognise a certificate of ours.</summary>
    /// <exception cref="PeerUnreachableException">It did not accept the request.</exception>
    Task RequestRecognition(string authority, string number, CancellationToken cancellation);

    /// <summary>Hands the issuer our signed recognition statement.</summary>
    /// <exception cref="PeerUnreachableException">It did not accept the statement.</exception>
    Task SendStatement(string authority, string statement, CancellationToken cancellation);

    /// <summary>Tells another authority that the status of a certificate of ours has changed.</summary>
    /// <exception cref="PeerUnreachableException">It did not accept the news.</exception>
    Task TellStatus(string authority, string number, string status, CancellationToken cancellation);
}

/// <summary>Another authority did not answer, or not as the protocol says. Worth another try.</summary>
public sealed class PeerUnreachableException(string authority, string reason)
    : Exception($"Authority {authority} could not be reached: {reason}")
{
    /// <summary>Code of the authority.</summary>
    public string Authority { get; } = authority;
}
