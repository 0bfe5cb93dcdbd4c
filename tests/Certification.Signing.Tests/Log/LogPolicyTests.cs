using Certification.Signing.Log;
using Xunit;

namespace Certification.Signing.Tests.Log;

public sealed class LogPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Checkpoint Sample = new(SampleLog.Origin, 7, MerkleHash.Empty());
    private static readonly WitnessSigner[] Witnesses = [.. Enumerable.Range(1, 3).Select(n => new WitnessSigner($"w{n}.example", [(byte)n, .. new byte[31]]))];

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    public async Task As_many_witnesses_as_the_verifier_wants_must_have_cosigned(int needed, int cosigned, bool opens)
    {
        var note = await Sample.SignAsync([SampleLog.Key]);
        foreach (var (n, witness) in Witnesses.Take(cosigned).Index())
        {
            note = note.With(witness.Sign(note.Text, Now.AddHours(n)));
        }

        var opened = Policy(needed).Open(note.ToString(), out var fault);
        Assert.Equal(opens ? null : "log.witnesses-missing", fault?.Code);
        Assert.Equal(opens && needed > 0 ? Now.AddHours(needed - 1) : null, opened?.WitnessedAt);
    }

    [Fact]
    public async Task One_witness_under_two_names_counts_once()
    {
        var twin = new WitnessSigner("twin.example", [1, .. new byte[31]]);
        var note = await Sample.SignAsync([SampleLog.Key]);
        note = note.With(Witnesses[0].Sign(note.Text, Now)).With(twin.Sign(note.Text, Now));
        new LogPolicy([SampleLog.Key.Verifier], [Witnesses[0].Verifier, twin.Verifier], 2).Open(note.ToString(), out var fault);
        Assert.Equal("log.witnesses-missing", fault!.Code);
    }

    [Fact]
    public async Task A_cosignature_of_another_time_or_checkpoint_is_none()
    {
        var note = await Sample.SignAsync([SampleLog.Key]);
        var stolen = Witnesses[0].Sign((Sample with { Size = 6 }).Text, Now);
        var redated = Witnesses[0].Sign(note.Text, Now).Value.ToArray();
        redated[7] ^= 1;
        Policy(1).Open(note.With(stolen).ToString(), out var fault);
        Policy(1).Open(note.With(stolen with { Value = redated }).ToString(), out var other);
        Assert.Equal(("log.witnesses-missing", "log.witnesses-missing"), (fault!.Code, other!.Code));
    }

    [Fact]
    public async Task Another_logs_key_and_a_witness_sign_no_checkpoint()
    {
        var stranger = new Ed25519NoteSigner("xb.example/log", new byte[32]);
        Policy(0).Open((await Sample.SignAsync([stranger])).ToString(), out var unsigned);
        Policy(0).Open((await (Sample with { Origin = "xb.example/log" }).SignAsync([stranger])).ToString(), out var unknown);
        Assert.Equal(("log.signature-invalid", "log.origin-unknown"), (unsigned!.Code, unknown!.Code));
    }

    [Fact]
    public async Task A_false_signature_in_the_logs_name_spoils_the_checkpoint()
    {
        var note = await Sample.SignAsync([SampleLog.Key]);
        var value = note.Signatures[0].Value.ToArray();
        value[3] ^= 1;
        var spoilt = note with { Signatures = [note.Signatures[0], note.Signatures[0] with { Value = value }] };
        Policy(0).Open(spoilt.ToString(), out var fault);
        Assert.Equal("log.signature-invalid", fault!.Code);
    }

    private static LogPolicy Policy(int needed) => new([SampleLog.Key.Verifier], [.. Witnesses.Select(witness => witness.Verifier)], needed);
}
