using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Attestations;

/// <summary>Reads DSSE envelopes: bare, within a Sigstore bundle, or within the build provenance of Cloud Build.</summary>
internal sealed class DsseVisitor(IReadOnlyList<TrustedKey> keys) : FormatVisitor
{
    private const int MostEnvelopes = 50;

    private static readonly string[] Places = ["", "/dsseEnvelope", "/provenance_summary/provenance/*/envelope"];

    private readonly List<Envelope> _all = [];
    private Envelope _open = new();
    private (string? Text, string? KeyId) _signature;

    public override bool IsRecognised => _all.Count > 0;

    public override bool IsByLine => true;

    public override bool Wants(string shape) => shape is "/provenance_summary" or "/provenance_summary/provenance" or "/provenance_summary/provenance/*"
        || Array.Exists(Places, place => shape.StartsWith(place, StringComparison.Ordinal)
            && shape[place.Length..] is "" or "/payload" or "/payloadType" or "/signatures" or "/signatures/*" or "/signatures/*/sig" or "/signatures/*/keyid");

    public override int LongestText(string shape) => shape.EndsWith("/payload", StringComparison.Ordinal) ? 4 * 1024 * 1024 : base.LongestText(shape);

    public override void Opens(JsonPlace place)
    {
        if (Places.Contains(place.Shape))
            _open = new();
        else if (place.Shape.EndsWith("/signatures/*", StringComparison.Ordinal))
            _signature = default;
    }

    public override void Value(JsonPlace place, JsonScalar value)
    {
        if (place.Shape.EndsWith("/payload", StringComparison.Ordinal))
            _open.Payload = value.Text;
        else if (place.Shape.EndsWith("/payloadType", StringComparison.Ordinal))
            _open.Type = value.Text;
        else if (place.Shape.EndsWith("/sig", StringComparison.Ordinal))
            _signature.Text = value.Text;
        else if (place.Shape.EndsWith("/keyid", StringComparison.Ordinal))
            _signature.KeyId = value.Text;
    }

    public override void Closes(JsonPlace place)
    {
        if (place.Shape.EndsWith("/signatures/*", StringComparison.Ordinal) && _signature.Text is { } text && _open.Signatures.Count < MostEnvelopes)
            _open.Signatures.Add((text, _signature.KeyId));
        if (!Places.Contains(place.Shape) || _all.Count >= MostEnvelopes || _open is not { Payload: not null, Type: not null })
            return;
        _all.Add(_open);
        _open = new();
    }

    public override FormatReading Reading()
    {
        var faults = new List<ReadingFault>();
        var claims = new List<Claim>();
        var signatures = new List<EnvelopeSignature>();
        FormatVersion? version = null;
        foreach (var envelope in _all)
        {
            if (DsseSignature.Decode(envelope.Payload!) is not { } payload || InTotoStatement.Read(payload) is not { } statement)
            {
                faults.Add(new("evidence.malformed", "The payload of the envelope is no in-toto statement in base64.", "/payload"));
                continue;
            }

            version ??= statement.Version;
            claims.AddRange(statement.Subjects.Take(50).Select(subject => new Claim(
                subject.Name, "attestation", SubjectDigest: subject.Digest, Benchmark: statement.PredicateType, PerformedOn: statement.SignedAt, Where: "/payload")));
            var encoded = DsseSignature.PreAuthenticationEncoding(envelope.Type!, payload);
            var best = envelope.Signatures.Select(signature => DsseSignature.Verify(encoded, signature.Text, signature.KeyId, keys))
                .MinBy(signature => signature.Standing) ?? new EnvelopeSignature(SignatureStanding.Absent);
            signatures.Add(best with { SignedAt = statement.SignedAt });
        }

        return new("dsse-attestation", [.. claims.Take(200)], faults, Attestation: new AttestationSignatures(signatures)) { Version = version };
    }

    private sealed class Envelope
    {
        public string? Payload { get; set; }

        public string? Type { get; set; }

        public List<(string Text, string? KeyId)> Signatures { get; } = [];
    }
}
