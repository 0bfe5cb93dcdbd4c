using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Recognition;
using Certification.Signing.Federation;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Federation;

public sealed class RecognitionStatementsTests : IDisposable
{
    private readonly SampleAuthority _xb = new("XB", "Authority of Beispielland");

    public void Dispose() => _xb.Dispose();

    [Fact]
    public async Task A_statement_opens_as_it_was_signed()
    {
        var compact = await RecognitionStatements.SignAsync(Statement("XB"), _xb.Keys.Statement);
        var opened = RecognitionStatements.Open(compact, await _xb.TrustAsync(), SampleDraft.Day, out var fault);
        Assert.Null(fault);
        Assert.Equal(DomainJson.Bytes(Statement("XB")), DomainJson.Bytes(opened!));
    }

    [Fact]
    public async Task A_statement_in_another_authoritys_name_is_refused()
    {
        var compact = await RecognitionStatements.SignAsync(Statement("XA"), _xb.Keys.Statement);
        Assert.Null(RecognitionStatements.Open(compact, await _xb.TrustAsync(), SampleDraft.Day, out var fault));
        Assert.Equal("statement.wrong-signer", fault!.Code);
    }

    private static RecognitionStatement Statement(string authority) => new(
        authority,
        CertificateNumber.Parse("XA-2026-000123"),
        Sha256Digest.Of("body"u8),
        2,
        new(RecognitionOutcome.Conditional, [new("recognition.agreement", "Recognised.")], [new("a.b", "1", "One.")], "Meet it."),
        SampleDraft.Day,
        new("xb", "1.0.0", Sha256Digest.Of("rulebook"u8), "floor", "1.0.0"),
        Sha256Digest.Of("trust"u8),
        null);
}
