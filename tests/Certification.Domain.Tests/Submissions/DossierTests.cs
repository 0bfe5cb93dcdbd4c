using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Submissions;

public sealed class DossierTests
{
    private static readonly Dossier First = new("s-1", 1, null, A.Declaration(), [A.Evidence(sealedAt: A.Monday)]);

    [Fact]
    public void Its_digest_is_the_same_after_a_round_trip_through_storage() =>
        Assert.Equal(First.Digest(), DomainJson.Read<Dossier>(DomainJson.Bytes(First)).Digest());

    [Fact]
    public void Any_change_gives_another_digest()
    {
        Dossier[] changed =
        [
            First with { Version = 2 },
            First with { Previous = First.Digest() },
            First with { Evidence = [] },
            First with { Declaration = A.Declaration() with { Capabilities = ["code-generation"] } },
        ];

        Assert.Equal(changed.Length + 1, changed.Append(First).Select(dossier => dossier.Digest()).Distinct().Count());
    }
}
