using Azure.Data.Tables;
using Certification.Storage.Rows;
using CsCheck;
using Xunit;

namespace Certification.Storage.Tests.Rows;

public sealed class WideTextTests
{
    private static readonly string[] Units = ["x", "é", "😀", "x😀"];

    [Fact]
    public void Any_text_comes_back_and_no_column_holds_more_than_a_property_may() =>
        Gen.Select(Gen.Int[0, 14_000], Gen.Int[0, 3].Select(n => Units[n])).Sample((repeats, unit) =>
        {
            var text = string.Concat(Enumerable.Repeat(unit, repeats * 30 / unit.Length));
            var row = new TableEntity("p", "r");

            WideText.Set(row, "Text", text);

            return WideText.Get(row, "Text") == text && row.Select(column => column.Value).OfType<string>().All(IsWholeAndShort);
        }, iter: 40);

    [Fact]
    public void Text_that_no_row_can_hold_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            WideText.Set(new TableEntity("submission:a", "state"), "State", new string('x', 420_001)));

        Assert.Contains("submission:a/state", error.Message);
    }

    private static bool IsWholeAndShort(string column) =>
        column.Length <= 32_000 && (column.Length == 0 || !char.IsHighSurrogate(column[^1]));
}
