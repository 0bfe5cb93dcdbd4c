using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Certification.Testing;
using Microsoft.Playwright;

namespace Certification.Browser.Tests;

/// <summary>Anybody verifies in a browser, with scripts off: by number, by the address on a paper, by a file.</summary>
public sealed class VerifyPageTests(Chromium chromium, RunningAuthority authority)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_shows_the_verdict_the_chain_the_life_the_log_and_every_step()
    {
        var page = await Open("/verify");
        await page.GetByLabel("A number, as printed").FillAsync(authority.Cases.Certificate.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify the number" }).ClickAsync();
        var text = await Text(page);
        Assert.All(
            [$"{authority.Cases.Certificate} is", "valid", "Anchor of XA", "Issuing key", "Status over time", "number and digest of this certificate", "Checkpoint", "Is it in the public log?"],
            shown => Assert.Contains(shown, text, StringComparison.Ordinal));
        Assert.Equal(10, await page.Locator("ol.steps > li").CountAsync() + 1);
        Assert.Equal(0, await page.Locator("ol.steps > li.failed, ol.steps > li.undetermined").CountAsync());
        await Keep(page, "verify");
        await page.Locator("summary").First.ClickAsync();
        Assert.True(await page.Locator("ol.steps dl").First.IsVisibleAsync());
    }

    [Fact]
    public async Task The_address_on_the_paper_says_that_the_paper_is_true_or_forged()
    {
        var print = await Open($"/certificates/{authority.Cases.Certificate}/print");
        var digest = (await print.Locator(".check .digest code").InnerTextAsync()).Replace(" ", "");
        var text = await Text(await Open($"/verify?number={authority.Cases.Certificate}&digest={digest}"));
        Assert.Contains("The digest on the paper is the one", text, StringComparison.Ordinal);
        var forged = await Open($"/verify?number={authority.Cases.Certificate}&digest={new string('0', 64)}");
        Assert.Contains("The paper is not of this certificate", await Text(forged), StringComparison.Ordinal);
        await Keep(forged, "verify-forged-print");
    }

    [Theory]
    [InlineData("xml", "valid")]
    [InlineData("vc.jwt", "valid")]
    public async Task A_file_in_either_form_is_verified(string form, string word)
    {
        var page = await Upload($"a.{form}", await File(form));
        Assert.Equal(word, await page.Locator("article.verdict .badge").InnerTextAsync());
    }

    [Fact]
    public async Task A_withdrawn_certificate_shows_since_when_and_why()
    {
        var page = await Open($"/verify?number={authority.Cases.Withdrawn}");
        Assert.Equal("invalid", await page.Locator("article.verdict .badge").InnerTextAsync());
        Assert.Contains("withdrawal.safety", await page.Locator("ol.life").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("svg.life rect.withdrawn").CountAsync());
        Assert.Contains("What does its issuer say of it?", await page.Locator("ol.steps > li.failed").Last.InnerTextAsync(), StringComparison.Ordinal);
        await Keep(page, "verify-withdrawn");
    }

    [Fact]
    public async Task A_forged_file_shows_which_step_failed()
    {
        var page = await Upload("a.xml", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(await File("xml")).Replace("60/min", "61/min")));
        Assert.Equal("invalid", await page.Locator("article.verdict .badge").InnerTextAsync());
        Assert.Contains("Are these the words that were signed?", await page.Locator("ol.steps > li.failed").InnerTextAsync(), StringComparison.Ordinal);
        await Keep(page, "verify-forged");
    }

    [Theory]
    [InlineData("certificate.xml", "no certificate", 400, "request.unreadable-document")]
    [InlineData("certificate.xml", "", 400, "request.file-missing")]
    [InlineData("bundle.json", "{}", 400, "bundle.malformed")]
    public async Task What_is_no_document_gives_the_page_with_the_error(string name, string content, int status, string code)
    {
        using var reply = await Post(name, Encoding.UTF8.GetBytes(content));
        await IsErrorPage(reply, status, code);
    }

    [Fact]
    public async Task A_file_over_the_limit_and_a_body_that_is_no_form_are_refused_without_a_crash()
    {
        using var large = await Post("large.xml", new byte[5 * 1024 * 1024]);
        await IsErrorPage(large, 413, "request.too-large");
        using var client = new HttpClient { BaseAddress = authority.Address };
        using var plain = await client.PostAsync("/verify", new StringContent("<Certificate/>", Encoding.UTF8, "application/xml"), Stop);
        await IsErrorPage(plain, 415, "request.media-type");
        using var broken = new StringContent("--x\r\nbroken");
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var reply = await client.PostAsync("/verify", broken, Stop);
        await IsErrorPage(reply, 400, "request.");
    }

    [Theory]
    [InlineData("/verify?number=nonsense", 400, "request.malformed-number")]
    [InlineData("/verify?number=XA-2026-000123&digest=short", 400, "request.malformed-digest")]
    [InlineData("/verify?number=XA-2026-999999", 404, "certificate.not-found")]
    [InlineData("/verify?number=ZZ-2026-000001", 404, "certificate.not-found")]
    [InlineData("/verify?number=%3Cscript%3Ealert(1)%3C/script%3E", 400, "request.malformed-number")]
    public async Task A_number_that_is_none_gives_the_page_with_the_error(string path, int status, string code)
    {
        using var client = new HttpClient { BaseAddress = authority.Address };
        using var reply = await client.GetAsync(path, Stop);
        await IsErrorPage(reply, status, code);
        Assert.DoesNotContain("<script>", await reply.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task IsErrorPage(HttpResponseMessage reply, int status, string code)
    {
        Assert.Equal((status, "text/html"), ((int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        Assert.Contains(code, WebUtility.HtmlDecode(await reply.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Post(string name, byte[] content)
    {
        using var client = new HttpClient { BaseAddress = authority.Address };
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await client.PostAsync("/verify", form, Stop);
    }

    private async Task<IPage> Upload(string name, byte[] content)
    {
        var page = await Open("/verify");
        await page.GetByLabel("A file:").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify the file" }).ClickAsync();
        await page.Locator("article.verdict").WaitForAsync();
        return page;
    }

    private async Task<byte[]> File(string form)
    {
        using var client = new HttpClient { BaseAddress = authority.Address };
        return await client.GetByteArrayAsync($"/public/certificates/{authority.Cases.Certificate}.{form}", Stop);
    }

    private async Task<IPage> Open(string path)
    {
        var page = await chromium.Open(hasScripts: false);
        await page.GotoAsync(new Uri(authority.Address, path).ToString());
        return page;
    }

    private static Task<string> Text(IPage page) => page.GetByRole(AriaRole.Main).InnerTextAsync();

    private static Task Keep(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = RepositoryRoot.File("artifacts", "screens", $"{name}.png"), FullPage = true,
    });
}
