using Certification.Domain;
using Certification.Signing.TimeStamps;
using Xunit;

namespace Certification.Signing.Tests.TimeStamps;

/// <summary>Answers of <c>openssl ts</c> to questions of ours.</summary>
public sealed class TimeStampQueryTests : IDisposable
{
    private static readonly Sha256Digest Digest = Sha256Digest.Of("a certificate's canonical body"u8);
    private readonly LocalTsa _tsa = new();
    private readonly TimeStampQuery _query = TimeStampQuery.Of(Digest);

    public TimeStampQueryTests() =>
        Assert.SkipUnless(Certification.Testing.Certificates.OpensslTsa.IsInstalled, "openssl is not installed");

    public void Dispose() => _tsa.Dispose();

    [Fact]
    public void The_answer_to_the_question_gives_a_token_that_verifies()
    {
        var before = DateTimeOffset.UtcNow;
        var token = _query.Accept(_tsa.Reply(_query), [_tsa.Root], out var fault);
        Assert.Null(fault);
        var at = new TimeStampEvidence([_tsa.Root], token).ExistedAt(Digest, out _);
        // openssl stamps whole seconds, with an accuracy of one.
        Assert.InRange(at!.Value, before.AddSeconds(-1), DateTimeOffset.UtcNow.AddSeconds(2));
    }

    [Fact]
    public void An_answer_about_another_digest_is_not_taken() =>
        Assert.Equal("time-stamp.answer-unfit", Fault(_tsa.Reply(TimeStampQuery.Of(Sha256Digest.Of("another"u8)))));

    [Fact]
    public void An_answer_to_an_earlier_question_is_not_taken() =>
        Assert.Equal("time-stamp.answer-unfit", Fault(_tsa.Reply(TimeStampQuery.Of(Digest))));

    [Fact]
    public void An_answer_of_an_unknown_authority_is_not_taken()
    {
        using var other = new LocalTsa();
        Assert.Equal("time-stamp.authority-unknown", Fault(other.Reply(_query)));
    }

    [Fact]
    public void What_is_no_answer_or_more_than_one_is_not_taken()
    {
        Assert.Equal("time-stamp.answer-unfit", Fault([]));
        Assert.Equal("time-stamp.answer-unfit", Fault([.. _tsa.Reply(_query), 0]));
        Assert.Equal("time-stamp.answer-unfit", Fault(_tsa.Reply(_query)[..^20]));
    }

    private string? Fault(byte[] response)
    {
        Assert.Null(_query.Accept(response, [_tsa.Root], out var fault));
        return fault!.Code;
    }
}
