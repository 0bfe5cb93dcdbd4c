using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Signing.TimeStamps;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities.Certificates;

namespace Certification.Workflows.Tests.Activities;

/// <summary>The time-stamping authority as issuing sees it; none until a test gives it one.</summary>
internal sealed class ScriptedTsa : ITimeStampAuthority
{
    internal OpensslTsa? Tsa { get; set; }

    internal int Asked { get; private set; }

    public IReadOnlyList<X509Certificate2> Roots => Tsa is null ? [] : [Tsa.Root];

    public Task<byte[]> Stamp(Sha256Digest digest, CancellationToken cancellation)
    {
        Asked++;
        var query = TimeStampQuery.Of(digest);
        return Task.FromResult(query.Accept(Tsa!.Reply(query.Bytes()), Roots, out var fault) ?? throw new NoTimeStampException(fault!));
    }
}
