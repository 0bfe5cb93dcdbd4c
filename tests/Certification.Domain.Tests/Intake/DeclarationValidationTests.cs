using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Intake;

/// <summary>Starts from a sound declaration, breaks one field, and expects one error with its pointer.</summary>
public sealed class DeclarationValidationTests
{
    [Fact]
    public void A_sound_declaration_has_no_errors() => Assert.Empty(DeclarationValidation.Validate(A.Declaration()));

    [Theory]
    [InlineData("", "field.empty")]
    [InlineData("  ", "field.empty")]
    [InlineData("a\u0007b", "field.hidden-character")]
    [InlineData("a\u202Eb", "field.hidden-character")]
    [InlineData("a\u200Bb", "field.hidden-character")]
    [InlineData("a\uD800b", "field.hidden-character")]
    [InlineData("a\nb", "field.hidden-character")]
    public void Text_that_hides_or_says_nothing_is_refused(string name, string code) =>
        One("/system/name", code, declaration => declaration with { System = declaration.System with { Name = name } });

    [Theory]
    [InlineData("Grüße, 你好, مرحبا – 100 % ✓")]
    public void Text_in_any_language_is_welcome(string purpose) => Assert.Empty(DeclarationValidation.Validate(
        A.Declaration() with { System = A.Declaration().System with { Purpose = purpose } }));

    [Fact]
    public void Text_has_a_length() =>
        One("/context/use", "field.too-long", declaration => declaration with { Context = declaration.Context with { Use = new string('x', 2001) } });

    [Theory]
    [InlineData("Text")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("é")]
    public void Codes_are_written_in_one_way(string code) =>
        One("/capabilities/0", "field.not-a-code", declaration => declaration with { Capabilities = [code] });

    [Fact]
    public void A_list_that_must_have_entries_may_not_be_empty() =>
        One("/capabilities", "field.count", declaration => declaration with { Capabilities = [] });

    [Fact]
    public void A_list_has_a_length() => Assert.Contains(
        DeclarationValidation.Validate(A.Declaration() with { Parties = [.. Enumerable.Repeat(A.Declaration().Parties[0], 51)] }),
        error => error is { Pointer: "/parties", Code: "field.count" });

    [Fact]
    public void Ids_of_parties_are_distinct() =>
        One("/parties/1", "field.repeated", declaration => declaration with { Parties = [declaration.Parties[0], declaration.Parties[0]] });

    [Fact]
    public void Countries_are_two_capital_letters() =>
        One("/parties/0/country", "field.country", declaration => declaration with { Parties = [declaration.Parties[0] with { Country = "xa" }] });

    [Theory]
    [InlineData("../card.md")]
    [InlineData("C:card.md")]
    [InlineData("a\\b")]
    [InlineData("..")]
    public void File_names_are_not_paths(string name) => Assert.Contains(
        EvidenceItemValidation.Validate(RulebookLibrary.Floor, A.Evidence() with { FileName = name }),
        error => error is { Pointer: "/fileName", Code: "field.file-name" });

    [Theory]
    [InlineData("model-card", 3L << 20, "third-party", "/size")]
    [InlineData("model-card", 0L, "third-party", "/size")]
    [InlineData("selfie", 1L, "third-party", "/kind")]
    [InlineData("model-card", 1L, "none", "/independence")]
    public void Evidence_items_are_checked_before_a_byte_is_taken(string kind, long size, string independence, string pointer) => Assert.Equal(
        pointer,
        Assert.Single(EvidenceItemValidation.Validate(RulebookLibrary.Floor,
            A.Evidence() with { Kind = kind, Size = size, Independence = independence })).Pointer);

    private static void One(string pointer, string code, Func<Declaration, Declaration> breakOneThing)
    {
        var error = Assert.Single(DeclarationValidation.Validate(breakOneThing(A.Declaration())));
        Assert.Equal((pointer, code), (error.Pointer, error.Code));
    }
}
