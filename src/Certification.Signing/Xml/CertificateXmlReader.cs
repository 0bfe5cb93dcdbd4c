using System.Globalization;
using System.Xml;
using Certification.Domain;
using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

/// <summary>Reads the canonical bytes of a signed body, element by element, exactly as the schema orders them. It reads and
/// does not judge; it is handed canonical bytes only, never a file.</summary>
internal sealed partial class CertificateXmlReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = StrictXml.LargestFile,
    };

    private readonly XmlReader _xml;
    private readonly Stack<string> _path = new();

    private CertificateXmlReader(XmlReader xml) => _xml = xml;

    /// <summary>The certificate in these canonical bytes.</summary>
    /// <exception cref="CertificateRejectedException">They are not valid by the schema.</exception>
    public static Certificate Read(byte[] canonical)
    {
        using var xml = XmlReader.Create(new MemoryStream(canonical, writable: false), Settings);
        var reader = new CertificateXmlReader(xml);
        try
        {
            xml.MoveToContent();
            return reader.ReadAll();
        }
        catch (Exception fault) when (fault is XmlException or ArgumentException)
        {
            throw reader.Violation(fault.Message);
        }
    }

    private Certificate ReadAll()
    {
        Begin("Certificate");
        var number = ReadNumber("Number");
        CertificateNumber? renews = At("Renews") ? ReadNumber("Renews") : null;
        var issuer = ReadIssuer();
        var holder = ReadHolder();
        var system = ReadSystem();
        var scope = ReadScope();
        var conditions = ReadConditions("Conditions", "Condition");
        var restrictions = ReadConditions("Restrictions", "Restriction");
        var tier = ReadTier();
        var rulebook = ReadRulebook();
        var dossier = Digest("DossierSha256");
        var selfDeclared = ReadSelfDeclaration();
        var declared = ReadDeclared();
        var upstream = ReadUpstream();
        var evidence = ReadEvidence();
        var parties = ReadParties();
        var limitations = ReadLimitations();
        var envelope = ReadEnvelope();
        var validity = ReadValidity();
        var surveillance = ReadSurveillance();
        var status = ReadStatus();
        var log = Text("Log");
        var (signedAt, issuerCertificate) = ReadSeal();
        End();
        var draft = new CertificateDraft(
            number, issuer, holder, system, scope, conditions, restrictions, tier, rulebook, dossier, evidence, parties,
            limitations, envelope, validity, surveillance, status, log, renews, selfDeclared, declared, upstream);
        return new(draft, signedAt, issuerCertificate);
    }

    private bool At(string name) =>
        _xml.NodeType == XmlNodeType.Element && _xml.LocalName == name && _xml.NamespaceURI == CertificateXml.Namespace;

    private void Begin(string name)
    {
        if (!At(name))
        {
            throw Violation($"{name} must stand here, not {_xml.NodeType} {_xml.LocalName}");
        }

        _path.Push(name);
        var empty = _xml.IsEmptyElement;
        _xml.Read();
        if (empty)
        {
            throw new InvalidOperationException("Canonical XML has no empty-element tags.");
        }
    }

    private void End()
    {
        if (_xml.NodeType != XmlNodeType.EndElement)
        {
            throw Violation($"nothing more may stand here, not {_xml.NodeType} {_xml.LocalName}");
        }

        _path.Pop();
        _xml.Read();
    }

    private T Group<T>(string name, Func<T> content)
    {
        Begin(name);
        var value = content();
        End();
        return value;
    }

    private List<T> Many<T>(string name, Func<string, T> item, int atLeast = 0)
    {
        var items = new List<T>();
        while (At(name))
        {
            items.Add(item(name));
        }

        return items.Count >= atLeast ? items : throw Violation($"at least one {name} must stand here");
    }

    private CertificateRejectedException Violation(string what) => new(
        CertificateFault.SchemaViolated,
        string.Create(CultureInfo.InvariantCulture, $"At /{string.Join('/', _path.Reverse())}: {what}."));
}
