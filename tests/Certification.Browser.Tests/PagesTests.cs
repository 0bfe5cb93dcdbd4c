using Certification.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Certification.Browser.Tests;

/// <summary>Looks at the pages as people do: in a browser, with the keyboard, in the dark, on a small screen.</summary>
public sealed class PagesTests(Chromium chromium, RunningAuthority authority)
{
    [Fact]
    public async Task The_front_page_lists_certificates_and_recognitions()
    {
        var page = await Visit("/");
        await HasHeading(page, "Authority of Exampland A");
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = authority.Cases.Certificate }).IsVisibleAsync());
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = authority.Cases.Recognition }).IsVisibleAsync());
        await Keep(page, "front");
    }

    [Fact]
    public async Task A_certificates_page_shows_status_terms_recognitions_and_how_to_verify()
    {
        var page = await Visit($"/certificates/{authority.Cases.Certificate}");
        await HasHeading(page, authority.Cases.Certificate);
        var text = await page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.All(
            ["valid", "Acme Models GmbH", "At most 60 requests a minute", "recognised", "certify verify", "Weak in languages"],
            shown => Assert.Contains(shown, text, StringComparison.Ordinal));
        await Keep(page, "certificate");
    }

    [Fact]
    public async Task The_page_says_that_its_own_document_is_valid()
    {
        var page = await Visit($"/certificates/{authority.Cases.Certificate}");
        Assert.Equal("valid", await page.Locator("section[aria-labelledby=check] .badge").InnerTextAsync());
        await Keep(await Visit($"/certificates/{authority.Cases.Certificate}", scheme: ColorScheme.Dark), "certificate-dark");
    }

    [Fact]
    public async Task A_recognition_shows_verdict_reasons_and_conditions()
    {
        var page = await Visit($"/recognitions/{authority.Cases.Recognition}");
        var text = await page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.All(["conditional", "agreement of XA with XB", "At most 30 requests"], shown => Assert.Contains(shown, text, StringComparison.Ordinal));
        await Keep(page, "recognition");
    }

    [Fact]
    public async Task A_rulebook_is_read_without_reading_JSON()
    {
        var page = await Visit("/rulebooks");
        await HasHeading(page, "Rulebooks");
        await Keep(page, "rulebooks");
        await page.GetByRole(AriaRole.Link, new() { Name = "xa-1.0.0" }).ClickAsync();
        await HasHeading(page, "xa-1.0.0");
        var text = await page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.All(
            ["in force", "2 assessors in 20 days", "third-party", "on which a livelihood rests", "floor/1.0 §duty.incident-response", "within 2 days"],
            shown => Assert.Contains(shown, text, StringComparison.Ordinal));
        await Keep(page, "rulebook");
    }

    [Fact]
    public async Task A_case_opens_after_signing_in_and_says_who_acts_next()
    {
        await Keep(await SignIn("/cases", ColorScheme.Dark), "cases-dark");
        var page = await SignIn($"/cases/{authority.Cases.Open}");
        await HasHeading(page, "acme/helper-7b 2.1.0");
        var next = await page.Locator("section.next").InnerTextAsync();
        Assert.Contains("applicant: Close 1 gap", next, StringComparison.Ordinal);
        Assert.True(await page.GetByText("Submission opened").IsVisibleAsync());
        await Keep(page, "case");
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first_and_then_every_link()
    {
        var page = await Visit("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("xa-1.0.0", await Focused(page));
        var outline = await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle");
        Assert.Equal("solid", outline);
    }

    [Theory]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/certificates/XA-2026-000123", ColorScheme.Light)]
    [InlineData("/certificates/XA-2026-000123", ColorScheme.Dark)]
    [InlineData("/recognitions/XB-2026-000007", ColorScheme.Dark)]
    [InlineData("/rulebooks", ColorScheme.Light)]
    [InlineData("/rulebooks/xa-1.0.0", ColorScheme.Dark)]
    [InlineData("/certificates/XA-2026-000123/print", ColorScheme.Light)]
    [InlineData("/certificates/XA-2026-000123/print", ColorScheme.Dark)]
    [InlineData("/verify", ColorScheme.Light)]
    [InlineData("/verify", ColorScheme.Dark)]
    [InlineData("/verify?number=XA-2026-000123", ColorScheme.Light)]
    [InlineData("/verify?number=XA-2026-000123", ColorScheme.Dark)]
    [InlineData("/verify?number=XA-2026-000123&digest=0000000000000000000000000000000000000000000000000000000000000000", ColorScheme.Dark)]
    [InlineData("/sign-in", ColorScheme.Light)]
    [InlineData("/cases", ColorScheme.Light)]
    [InlineData("/cases/waiting", ColorScheme.Light)]
    [InlineData("/cases/waiting", ColorScheme.Dark)]
    public async Task Axe_finds_nothing_against_a_page(string path, ColorScheme scheme)
    {
        var page = path.StartsWith("/cases", StringComparison.Ordinal) ? await SignIn(path, scheme) : await Visit(path, scheme: scheme);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id} ({violation.Impact}): {violation.Help} {violation.Nodes[0].Html}"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/certificates/XA-2026-000123")]
    [InlineData("/recognitions/XB-2026-000007")]
    [InlineData("/rulebooks/xa-1.0.0")]
    [InlineData("/certificates/XA-2026-000123/print")]
    [InlineData("/verify")]
    [InlineData("/verify?number=XA-2026-000123")]
    [InlineData("/sign-in")]
    public async Task A_screen_of_320_pixels_needs_no_scrolling_sideways(string path)
    {
        var page = await Visit(path, width: 320);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Keep(page, $"narrow{path.Split('=')[0].TrimEnd('/').Replace('/', '-').Replace('?', '-')}");
    }

    [Fact]
    public async Task The_pages_run_no_script_and_break_no_policy_of_their_own()
    {
        var complaints = new List<string>();
        var page = await chromium.Open();
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.GotoAsync(new Uri(authority.Address, "/").ToString());
        Assert.Equal(0, await page.Locator("script, [style], [onclick]").CountAsync());
        Assert.Empty(complaints);
    }

    private async Task<IPage> Visit(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.Open(width, scheme: scheme);
        var answer = await page.GotoAsync(new Uri(authority.Address, path).ToString());
        Assert.Equal(200, answer!.Status);
        return page;
    }

    private async Task<IPage> SignIn(string path, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Visit(path, scheme: scheme);
        await page.GetByLabel("Token").FillAsync(authority.Token("applicant", "ada", "Acme"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(new Uri(authority.Address, path).ToString());
        return page;
    }

    private static async Task HasHeading(IPage page, string text) =>
        Assert.Equal(text, await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private static Task Keep(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = RepositoryRoot.File("artifacts", "screens", $"{name}.png"), FullPage = true,
    });
}
