using System.Text.RegularExpressions;
using Certification.Testing;
using QRCoder;

namespace Certification.Browser.Tests;

/// <summary>The certificate on paper, printed by the browser itself.</summary>
public sealed partial class PrintedCertificateTests(Chromium chromium, RunningAuthority authority)
{
    [Fact]
    public async Task It_prints_on_one_or_two_pages_of_A4()
    {
        var page = await chromium.Open();
        await page.GotoAsync(Address);
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, Path = RepositoryRoot.File("artifacts", "screens", "print.pdf") });
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.InRange(PageOfPdf().Count(text), 1, 2);
        Assert.Matches(A4(), text);
        // Between the margins of A4 at 96 dots an inch.
        await page.SetViewportSizeAsync(665, 994);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await page.ScreenshotAsync(new() { Path = RepositoryRoot.File("artifacts", "screens", "print.png"), FullPage = true });
        Assert.False(await page.GetByRole(Microsoft.Playwright.AriaRole.Navigation).IsVisibleAsync());
    }

    [Fact]
    public async Task It_shows_what_the_signed_document_says_and_the_status_at_the_printing()
    {
        var page = await chromium.Open(hasScripts: false);
        await page.GotoAsync(Address);
        var text = await page.InnerTextAsync("main");
        Assert.All(
            [
                authority.Cases.Certificate, "Authority of Exampland A", "acme/helper-7b", "Acme Models GmbH", "At most 60 requests a minute",
                "Weak in languages", "Ranks applications", "Hire & Co", "withheld", "the certificate was valid", "Verify for the status now",
            ],
            shown => Assert.Contains(shown, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_code_carries_number_digest_and_verify_address()
    {
        using var client = new HttpClient();
        var page = await client.GetStringAsync(Address, TestContext.Current.CancellationToken);
        var digest = Digest().Match(page).Groups[1].Value.Replace(" ", "");

        // Module by module the code of that very text: no reader of codes is needed to know what it says.
        Assert.Contains(Code($"{authority.Address}verify?number={authority.Cases.Certificate}&digest={digest}"), page, StringComparison.Ordinal);
        Assert.DoesNotContain(Code($"{authority.Address}verify?number={authority.Cases.Certificate}&digest={new string('0', 64)}"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paper_of_a_withdrawn_certificate_says_so_before_anything_else()
    {
        var page = await chromium.Open(hasScripts: false);
        await page.GotoAsync(new Uri(authority.Address, $"/certificates/{authority.Cases.Withdrawn}/print").ToString());
        var text = await page.InnerTextAsync("main");
        Assert.Contains("It harmed somebody.", await page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        Assert.True(text.IndexOf("WITHDRAWN", StringComparison.Ordinal) < text.IndexOf("certifies the AI system", StringComparison.Ordinal));
        Assert.Contains("the certificate was withdrawn", text, StringComparison.Ordinal);
    }

    private static string Code(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    private string Address => new Uri(authority.Address, $"/certificates/{authority.Cases.Certificate}/print").ToString();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageOfPdf();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 59[45]\.\d+ 84[12]\.\d+")]
    private static partial Regex A4();

    [GeneratedRegex("class=\"digest\"><code>([0-9a-f ]{71})</code>")]
    private static partial Regex Digest();
}
