using Certification.Signing.Tests.Verification;
using Xunit;
using static Certification.Signing.Tests.Attacks.AttackTable;
using static Certification.Signing.Tests.Verification.SignedSample;
using static Certification.Signing.Xml.CertificateFault;

namespace Certification.Signing.Tests.Attacks;

/// <summary>Signature wrapping: the signed body moves to where the signature still covers it, a forged one stands where it is
/// read. XSW 1 to 8 after Somorovsky et al., "On Breaking SAML" (USENIX Security 2012), for a certificate in the place of the
/// response and assertion, then variants that only an enveloped reference to the whole document (<c>URI=""</c>) has.</summary>
public sealed class SignatureWrappingTests(SignedSample signed) : IClassFixture<SignedSample>
{
    private const string Dsig = "http://www.w3.org/2000/09/xmldsig#";

    private static readonly AttackTable Attacks = new()
    {
        { "XSW1: forged root, the signed body inside the signature", NamespaceNotAllowed, xml => Forged(xml, Inside(xml, BodyOf(xml))) },
        { "XSW2: forged root, the signed body before the signature", DigestMismatch, xml => Forged(xml, BodyOf(xml) + SignatureOf(xml)) },
        { "XSW3: a wrapper with the forged body first, then the signed file", RootUnknown, xml => $"<Wrapper>{Evil(BodyOf(xml))}{xml}</Wrapper>" },
        { "XSW3 in a root of the right name", NamespaceNotAllowed, xml => $"<Certificate xmlns=\"urn:certification:certificate:1\">{Evil(BodyOf(xml))}{xml}</Certificate>" },
        { "XSW4: forged body around the signed file", NamespaceNotAllowed, xml => Forged(xml, xml) },
        { "XSW5: forged in place, the signed body after the signature", SignatureNotLast, xml => Forged(xml, SignatureOf(xml) + BodyOf(xml)) },
        { "XSW6: forged root with the signature, the signed file inside it", NamespaceNotAllowed, xml => Forged(xml, Inside(xml, xml)) },
        { "XSW7: the forged body in an Extensions element", DigestMismatch, xml => xml.Replace("<Number>", $"<Extensions>{Evil(BodyOf(xml))}</Extensions><Number>") },
        { "XSW7: the signed file in an Extensions element", NamespaceNotAllowed, xml => Evil(BodyOf(xml)).Replace("<Number>", $"<Extensions>{xml}</Extensions><Number>") },
        { "XSW8: the signed body in an Object", ObjectPresent, xml => Forged(xml, Inside(xml, $"<Object>{BodyOf(xml)}</Object>")) },
        { "the forged body in an Object", ObjectPresent, xml => xml.Replace("</Signature>", $"<Object>{Evil(BodyOf(xml))}</Object></Signature>") },
        { "the forged body in the KeyInfo", NamespaceNotAllowed, xml => xml.Replace("</Signature>", $"<KeyInfo>{Evil(BodyOf(xml))}</KeyInfo></Signature>") },
        { "the forged body in the SignatureValue", NamespaceNotAllowed, xml => xml.Replace("</SignatureValue>", Evil(BodyOf(xml)) + "</SignatureValue>") },
        { "the forged body in the SignedInfo", NamespaceNotAllowed, xml => xml.Replace("</SignedInfo>", Evil(BodyOf(xml)) + "</SignedInfo>") },
        { "the forged body in a Transform", NamespaceNotAllowed, xml => xml.Replace("</Transform>", Evil(BodyOf(xml)) + "</Transform>") },
        { "two roots, the forged one first", NotWellFormed, xml => Evil(BodyOf(xml)) + xml },
        { "two roots, the forged one last", NotWellFormed, xml => xml + Evil(BodyOf(xml)) },
        { "the signature in front", SignatureNotLast, xml => BodyOf(xml).Replace("<Number>", SignatureOf(xml) + "<Number>") },
        { "the signature one level down", NamespaceNotAllowed, xml => BodyOf(xml).Replace("</Issuer>", SignatureOf(xml) + "</Issuer>") },
        { "an empty signature before the right one", SignatureRepeated, xml => xml.Replace("<Number>", $"<Signature xmlns=\"{Dsig}\"/><Number>") },
        { "two whole signatures, so that the enveloped transform takes out one", SignatureRepeated, xml => Evil(xml).Replace("<Signature ", SignatureOf(xml) + "<Signature ") },
        { "a signature inside the signature", SignatureMalformed, xml => xml.Replace("</Signature>", SignatureOf(xml) + "</Signature>") },
        { "a second SignedInfo, the forged one first", SignatureMalformed, xml => xml.Replace("<SignedInfo>", "<SignedInfo></SignedInfo><SignedInfo>") },
        { "a SignedInfo of a foreign namespace beside the right one", NamespaceNotAllowed, xml => xml.Replace("<SignedInfo>", "<SignedInfo xmlns=\"urn:certification:certificate:1\"/><SignedInfo>") },
        { "a Manifest that signs something else", ObjectPresent, xml => xml.Replace("</Signature>", "<Object><Manifest><Reference URI=\"\"/></Manifest></Object></Signature>") },
        { "a second Number", DigestMismatch, xml => xml.Replace("<Number>", "<Number>XA-2026-999999</Number><Number>") },
    };

    public static TheoryData<string> Names => Attacks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_signature_around_something_else_is_refused(string name) => Attacks.Play(name, signed);

    // The forged body with this before its end tag.
    private static string Forged(string xml, string last) => Evil(BodyOf(xml)).Replace("</Certificate>", "") + last + "</Certificate>";

    // The signature with this before its end tag.
    private static string Inside(string xml, string last) => SignatureOf(xml).Replace("</Signature>", last + "</Signature>");
}
