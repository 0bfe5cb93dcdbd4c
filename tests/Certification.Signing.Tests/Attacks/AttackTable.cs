using System.Collections;
using Certification.Signing.Tests.Verification;
using Certification.Signing.Xml;
using Xunit;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Forgeries of one kind, each with the one fault that it has to be refused for.</summary>
internal sealed class AttackTable : IEnumerable<string>
{
    private readonly Dictionary<string, (CertificateFault Fault, Func<string, string> Forge)> _attacks = [];

    /// <summary>The names, for a theory.</summary>
    public TheoryData<string> Names => new(_attacks.Keys);

    /// <summary>Adds one.</summary>
    /// <param name="forge">Makes the forgery out of the text of a good certificate.</param>
    public void Add(string name, CertificateFault fault, Func<string, string> forge) => _attacks.Add(name, (fault, forge));

    /// <summary>Plays it: refused for its reason, and nothing of the document handed out. The untouched one is accepted.</summary>
    public void Play(string name, SignedSample signed)
    {
        var (fault, forge) = _attacks[name];
        var forgery = forge(signed.Text);
        Assert.NotEqual(signed.Text, forgery);
        var check = signed.Check(forgery);
        Assert.Equal((fault, null, null, null), (check.Fault, check.Certificate, check.CanonicalDigest, check.IssuerSought));
        Assert.Equal(signed.Certificate.CanonicalDigest, signed.Check(signed.Text).CanonicalDigest);
    }

    /// <summary>The certificate with a limit that its issuer never set.</summary>
    public static string Evil(string xml) => xml.Replace("60/min", "60000/min");

    public IEnumerator<string> GetEnumerator() => _attacks.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
