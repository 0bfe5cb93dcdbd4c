using Certification.Domain;
using Certification.Storage.Changes;
using CsCheck;
using Xunit;

namespace Certification.Storage.Tests.Changes;

public sealed class IdempotentRequestTests
{
    private static readonly Actor Caller = new("urn:issuer", "alice", "acme", "applicant");

    [Fact]
    public void The_same_request_names_the_same_subject_and_operation() => Assert.Equal(
        IdempotentRequest.Creates("submission", Caller, "/v1/submissions", "k", "{}"u8),
        IdempotentRequest.Creates("submission", Caller, "/v1/submissions", "k", "{}"u8));

    [Fact]
    public void Another_body_has_the_same_ids_and_another_digest()
    {
        var first = IdempotentRequest.Creates("submission", Caller, "/v1/submissions", "k", "{}"u8);
        var second = IdempotentRequest.Creates("submission", Caller, "/v1/submissions", "k", "{ }"u8);

        Assert.Equal((first.SubjectId, first.OperationId), (second.SubjectId, second.OperationId));
        Assert.NotEqual(first.RequestDigest, second.RequestDigest);
    }

    [Fact]
    public void Another_caller_route_or_key_names_another_subject() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String).Sample((issuer, subject, route, key) =>
        {
            var other = IdempotentRequest.Creates(
                "submission", Caller with { Issuer = issuer, Subject = subject }, route, key, "{}"u8);
            var moved = IdempotentRequest.Creates(
                "submission", Caller with { Issuer = issuer + "x", Subject = subject }, route, key, "{}"u8);
            return other.SubjectId != moved.SubjectId && other.SubjectId.Length == "submission:".Length + 32;
        });
}
