using Certification.Hosting.Keys;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;

namespace Certification.Hosting.Tests.Keys;

public sealed class GrantedSigningKeyTests
{
    [Fact]
    public async Task A_key_that_a_later_list_withdraws_signs_no_more()
    {
        using var xa = new SampleAuthority();
        var trust = new CurrentTrust(await xa.TrustAsync());
        var key = new GrantedSigningKey(xa.Keys.Issuing, ServiceKind.Issuing, trust, TimeProvider.System);
        await key.SignAsync(new byte[32], TestContext.Current.CancellationToken);

        var own = xa.Describe();
        var marked = own with { Services = [.. own.Services.Select(service => service.Kind == ServiceKind.Issuing ? service.Compromised(SampleDraft.Day) : service)] };
        trust.Follow(await xa.TrustAsync(xa.TrustList() with { Sequence = 2, Authorities = [marked] }));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await key.SignAsync(new byte[32], TestContext.Current.CancellationToken));
        Assert.Contains("Restart", refused.Message, StringComparison.Ordinal);
    }
}
