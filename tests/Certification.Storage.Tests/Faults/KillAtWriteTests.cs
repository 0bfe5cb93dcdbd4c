using Certification.Storage.Faults;
using Xunit;

namespace Certification.Storage.Tests.Faults;

public sealed class KillAtWriteTests
{
    [Theory]
    [InlineData("1:before")]
    [InlineData("17:after")]
    public void A_point_is_a_write_and_a_side_of_it(string text) => Assert.NotNull(KillAtWrite.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("0:before")]
    [InlineData("-1:after")]
    [InlineData("1:during")]
    [InlineData("1:after:2")]
    [InlineData("x:after")]
    public void Anything_else_is_refused_with_the_form_to_use(string text) =>
        Assert.Contains("17:before or 17:after", Assert.Throws<FormatException>(() => KillAtWrite.Parse(text)).Message);
}
