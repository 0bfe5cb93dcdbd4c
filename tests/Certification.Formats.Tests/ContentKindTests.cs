using Certification.Formats;
using Xunit;

namespace Certification.Formats.Tests;

public sealed class ContentKindTests
{
    [Theory]
    [InlineData("PK\u0003\u0004rest", "evidence.format-unknown")]
    [InlineData("a\0b", "evidence.format-unknown")]
    [InlineData("<?xml version=\"1.0\"?><bom/>", "evidence.format-unknown")]
    [InlineData(" \r\n\t", "evidence.empty")]
    public void Content_that_no_reader_takes_is_named(string head, string code) =>
        Assert.Equal(code, ContentKind.Of(System.Text.Encoding.UTF8.GetBytes(head)).Fault?.Code);

    [Fact]
    public void Two_byte_encodings_are_told_from_binary_files() =>
        Assert.Equal("evidence.encoding", ContentKind.Of([0xFF, 0xFE, (byte)'{', 0]).Fault?.Code);

    [Fact]
    public void A_byte_order_mark_does_not_hide_JSON() =>
        Assert.True(ContentKind.Of([0xEF, 0xBB, 0xBF, (byte)'{']).IsJson);
}
