using Certification.Signing.Json;
using Certification.Signing.Keys;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Trust;

/// <summary>Which logs and witnesses a verifier believes who has a trust list and nothing else.</summary>
public sealed class TrustedLogTests : IDisposable
{
    private const string Origin = "xa.example/log";
    private readonly SampleAuthority _xa = new();
    private readonly SampleAuthority _xb = new("XB", "Authority of Beispielland");

    public void Dispose()
    {
        _xa.Dispose();
        _xb.Dispose();
    }

    [Fact]
    public async Task Each_of_a_logs_two_keys_opens_its_checkpoint()
    {
        var trust = await _xa.TrustAsync(_xa.TrustList(_xb));
        foreach (var signer in (INoteSigner[])[_xa.Keys.Notes.Log(Origin), new EcdsaNoteSigner(Origin, _xa.Keys.Log)])
        {
            Assert.NotNull(trust.Logs(0, SampleDraft.Day).Open(await Checkpoint(signer), out _));
        }
    }

    [Fact]
    public async Task Another_authoritys_key_does_not_sign_for_the_log()
    {
        var trust = await _xa.TrustAsync(_xa.TrustList(_xb));
        trust.Logs(0, SampleDraft.Day).Open(await Checkpoint(_xb.Keys.Notes.Log(Origin)), out var fault);
        Assert.Equal("log.signature-invalid", fault!.Code);
    }

    [Fact]
    public async Task A_log_key_that_was_withdrawn_opens_no_later_checkpoint()
    {
        var list = _xa.TrustList();
        var services = list.Authorities[0].Services.Select(service => service.Kind != ServiceKind.Log
            ? service
            : service with { Status = ServiceStatus.Withdrawn, Until = SampleDraft.Day });
        var trust = await _xa.TrustAsync(list with { Authorities = [list.Authorities[0] with { Services = [.. services] }] });
        var note = await Checkpoint(new EcdsaNoteSigner(Origin, _xa.Keys.Log));

        Assert.NotNull(trust.Logs(0, SampleDraft.Day.AddDays(-1)).Open(note, out _));
        Assert.Null(trust.Logs(0, SampleDraft.Day.AddDays(1)).Open(note, out _));
    }

    [Fact]
    public async Task An_authority_is_a_witness_of_others_and_not_of_itself()
    {
        var trust = await _xa.TrustAsync(_xa.TrustList(_xb));
        var (own, other) = (_xa.Keys.Notes.Witness("xa.example/witness"), _xb.Keys.Notes.Witness("xb.example/witness"));

        Assert.NotNull(trust.Logs(1, SampleDraft.Day).Open(await Checkpoint(_xa.Keys.Notes.Log(Origin), other), out _));
        trust.Logs(1, SampleDraft.Day).Open(await Checkpoint(_xa.Keys.Notes.Log(Origin), own), out var fault);
        Assert.Equal("log.witnesses-missing", fault!.Code);
    }

    [Fact]
    public async Task A_list_in_which_two_authorities_claim_one_log_is_refused()
    {
        var list = _xa.TrustList(_xb);
        var claimed = list.Authorities[1].Log! with { Origin = Origin, Keys = [_xb.Keys.Notes.Log(Origin).Verifier.ToString()] };
        var compact = await SignedJson.SignAsync(
            SignedJsonTypes.TrustList, list with { Authorities = [list.Authorities[0], list.Authorities[1] with { Log = claimed }] }, _xa.Keys.Root);

        Assert.Null(TrustStoreFile.OpenPinned(compact, out var fault));
        Assert.Contains("claimed by XA and XB", fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_older_than_logs_opens_and_trusts_no_log_in_ed25519()
    {
        var list = _xa.TrustList();
        var trust = await _xa.TrustAsync(list with { Authorities = [list.Authorities[0] with { Log = null }] });
        Assert.Null(trust.Logs(0, SampleDraft.Day).Open(await Checkpoint(_xa.Keys.Notes.Log(Origin)), out _));
        Assert.NotNull(trust.Logs(0, SampleDraft.Day).Open(await Checkpoint(new EcdsaNoteSigner(Origin, _xa.Keys.Log)), out _));
    }

    [Fact]
    public async Task Pinned_certificates_name_the_keys_of_the_log_and_whoever_adds_a_witness_vouches_for_it()
    {
        var witness = _xb.Keys.Notes.Witness("xb.example/witness");
        var pinned = _xa.Keys.Certificates("https://xa.example");
        var note = await Checkpoint(_xa.Keys.Notes.Log(Origin), witness);

        Assert.NotNull(TrustStoreFile.OpenPinned(pinned, out _)!.Logs(0, SampleDraft.Day).Open(note, out _));
        Assert.Null(TrustStoreFile.OpenPinned(pinned, out _)!.Logs(1, SampleDraft.Day).Open(note, out _));
        Assert.NotNull(TrustStoreFile.OpenPinned(pinned + witness.Verifier + "\n", out _)!.Logs(1, SampleDraft.Day).Open(note, out _));
    }

    private static async Task<string> Checkpoint(INoteSigner log, WitnessSigner? witness = null)
    {
        var note = await new Checkpoint(Origin, 0, MerkleHash.Empty()).SignAsync([log]);
        return (witness is null ? note : note.With(witness.Sign(note.Text, SampleDraft.Day))).ToString();
    }
}
