using Certification.Signing.Log;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Log;

public sealed class SignedNoteTests : IDisposable
{
    private static readonly Checkpoint Sample = new(SampleLog.Origin, 7, MerkleHash.Empty());
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    public static TheoryData<string, Func<string, string>> Malformed => new()
    {
        { "no end of line", note => note.TrimEnd('\n') },
        { "no blank line", note => note.Replace("\n\n", "\n") },
        { "a blank line at the end", note => note + "\n" },
        { "a carriage return", note => note.Replace("\n", "\r\n") },
        { "no signature", note => note[..(note.IndexOf("\n\n", StringComparison.Ordinal) + 2)] },
        { "a hyphen for the dash", note => note.Replace('\u2014', '-') },
        { "two spaces", note => note.Replace("\u2014 ", "\u2014  ") },
        { "a plus in the name", note => note.Replace("\u2014 xa", "\u2014 x+a") },
        { "a signature of four bytes", note => note[..(note.LastIndexOf(' ') + 1)] + "AAAAAA==\n" },
        { "no base64", note => note[..(note.LastIndexOf(' ') + 1)] + "????\n" },
        { "bytes that were no UTF-8", note => note.Replace("xa.", "\ufffd.") },
        { "a tab in the text", note => "\t" + note },
    };

    [Fact]
    public async Task Each_kind_of_key_verifies_what_it_signed_and_nothing_else()
    {
        INoteSigner[] signers = [SampleLog.Key, new EcdsaNoteSigner(SampleLog.Origin, _xa.Keys.Statement)];
        var note = await Sample.SignAsync(signers);
        Assert.True(SignedNote.TryParse(note.ToString(), out var read));
        Assert.All(signers, signer => Assert.True(signer.Verifier.Signed(read)));
        Assert.All(signers, signer => Assert.False(signer.Verifier.Signed(read with { Text = read.Text.Replace('7', '8') })));
    }

    [Fact]
    public void A_key_is_read_back_from_its_vkey()
    {
        NoteVerifier[] keys = [SampleLog.Key.Verifier, new EcdsaNoteSigner("xa.example/log", _xa.Keys.Statement).Verifier, new WitnessSigner("w.example", new byte[32]).Verifier];
        Assert.All(keys, key => Assert.True(NoteVerifier.TryParse(key.ToString(), out var read) && read.GetType() == key.GetType() && read.ToString() == key.ToString()));
    }

    [Theory]
    [InlineData("xa.example/log")]
    [InlineData("xa.example/log+00000000+AQ==")]
    [InlineData("xa.example/log+zzzzzzzz+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("a b+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_vkey_is_refused(string vkey) => Assert.False(NoteVerifier.TryParse(vkey, out _));

    [Fact]
    public void A_vkey_with_another_keys_id_is_refused()
    {
        var parts = SampleLog.Key.Verifier.ToString().Split('+', 3);
        Assert.False(NoteVerifier.TryParse($"{parts[0]}+01020304+{parts[2]}", out _));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_note_is_refused(string name, Func<string, string> change)
    {
        Assert.NotEmpty(name);
        var note = (await Sample.SignAsync([SampleLog.Key])).ToString();
        Assert.True(SignedNote.TryParse(note, out _));
        Assert.False(SignedNote.TryParse(change(note), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xa.example/log\n7\n")]
    [InlineData("xa.example/log\n07\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("xa.example/log\n-7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("xa.example/log\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n")]
    [InlineData("xa.example/log\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n")]
    [InlineData("\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("xa.example/log\n18446744073709551616\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    public void A_malformed_checkpoint_is_refused(string text) => Assert.False(Checkpoint.TryParse(text, out _));
}
