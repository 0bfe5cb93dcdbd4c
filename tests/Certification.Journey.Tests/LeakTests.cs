using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using Certification.Storage;
using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>Plays a case with a marker in every confidential place (file names, performers, declared fields, YAML keys, prose that a
/// finding quotes) and searches everything that leaves the house for it.</summary>
public sealed partial class LeakTests(AzuriteFixture azurite)
{
    private static readonly string[] Markers =
        ["zqfile", "zqlab", "zqpurpose", "zqbase", "zqdata", "zqyamlkey", "zqprose"];

    private static readonly (string Role, string Name)[] Strangers =
    [
        ("officer", "olga"), ("decider", "eve"), ("assessor", "zoe"), ("auditor", "aron"), ("regulator", "rita"), ("applicant", "mallory"),
    ];

    [Fact]
    public async Task Nothing_confidential_leaves_by_any_view_page_list_public_blob_error_or_log()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var nations = await TwoNations.FoundAsync(azurite);
        var servers = new[] { nations.Start("XA"), nations.Start("XB") };
        var played = await PlayedJourney.Of(nations, Marked(nations.Folder), stop);
        var (id, number) = (played.Record.SubmissionId!, played.Record.Number!);

        // The search itself works: the applicant's own view holds what the others are searched for.
        using var own = await ClientAsync(nations.Address("XA"), "applicant", "the applicant", "Acme Talent Tools Ltd", stop);
        var whole = await own.GetStringAsync($"/v1/submissions/{id}", stop);
        Assert.All(Markers.Except(["zqyamlkey"]), marker => Assert.Contains(marker, whole, StringComparison.Ordinal));
        Assert.Equal(["planted: a line with zqbase in it"], Found("planted", "a line with zqbase in it"));
        Assert.Single(Found("planted", $"eyJhIjoxfQ.{Base64Url.EncodeToString("zqbase"u8)}.c2ln"));

        var evidence = JsonNode.Parse(whole)!["evidence"]!.AsArray().Select(item => $"/v1/submissions/{id}/decision-record/evidence/{item!["id"]}").ToList();
        var leaks = new List<string>();
        foreach (var authority in (string[])["XA", "XB"])
        {
            foreach (var (role, name) in Strangers.Append(("", "")))
            {
                using var client = await ClientAsync(nations.Address(authority), role, name, $"org of {name}", stop);
                foreach (var path in Paths(id, number).Concat(evidence)) leaks.AddRange(await SearchAsync(client, $"{authority} {role}", path, stop));
            }
            leaks.AddRange(await SearchBlobsAsync(authority, nations.Storage(authority), stop));
        }
        foreach (var server in servers) leaks.AddRange(Found("log", server.WholeLog));
        Assert.True(leaks.Count == 0, string.Join("\n", leaks));
    }

    private static string[] Paths(string id, string number) =>
    [
        $"/v1/submissions/{id}", $"/v1/submissions/{id}/timeline", $"/v1/submissions/{id}/accountability", "/v1/submissions",
        "/v1/cases?step=in-review", "/v1/cases?step=awaiting-decision", $"/v1/submissions/{id}/decision-record", $"/v1/submissions/{id}/decision-record/dossier", $"/v1/certificates/{number}/decision-record",
        "/v1/certificates", $"/v1/certificates/{number}",
        $"/v1/certificates/{number}.xml", $"/v1/certificates/{number}/dossier", "/v1/recognitions", $"/v1/recognitions/{number}",
        "/v1/refusals", "/v1/tasks", "/v1/effort", "/v1/rulebook", "/", "/cases", $"/cases/{id}", $"/certificates/{number}",
        $"/certificates/{number}/print", $"/verify?number={number}", $"/verify?number={number}&digest={new string('0', 64)}",
        $"/v1/certificates/{number}/bundle", $"/v1/certificates/{number}/log-proof", $"/public/certificates/{number}.vc.jwt",
        $"POST /v1/submissions/{id}/submit", $"POST /v1/submissions/{id}/decision", $"POST /v1/submissions/{id}/conclusions",
        $"POST /v1/certificates/{number}/status",
    ];

    private static async Task<IReadOnlyList<string>> SearchAsync(HttpClient client, string who, string path, CancellationToken stop)
    {
        var (method, target) = path.StartsWith("POST ", StringComparison.Ordinal) ? (HttpMethod.Post, path[5..]) : (HttpMethod.Get, path);
        using var request = new HttpRequestMessage(method, target);
        if (method == HttpMethod.Post)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"stale\"");
            request.Content = JsonContent.Create(new { result = "certify", reasons = new[] { "x" }, conditions = Array.Empty<string>() });
        }
        using var reply = await client.SendAsync(request, stop);
        return Found($"{who} {path}", $"{reply.Headers}{await reply.Content.ReadAsStringAsync(stop)}");
    }

    private static async Task<IReadOnlyList<string>> SearchBlobsAsync(string authority, AuthorityStorage storage, CancellationToken stop)
    {
        var found = new List<string>();
        var container = storage.Container(StorageNames.PublicContainer);
        await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: stop))
        {
            var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(stop);
            found.AddRange(Found($"{authority} blob {blob.Name}", blob.Name + Encoding.UTF8.GetString(content.Value.Content)));
        }
        return found;
    }

    private static IReadOnlyList<string> Found(string where, string raw)
    {
        var text = raw + string.Concat(SignedJson().Matches(raw).Select(token => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Groups[1].ValueSpan))));
        return [.. Markers.Where(marker => text.Contains(marker, StringComparison.OrdinalIgnoreCase)).Select(marker => $"{where}: {Around(text, marker)}")];
    }

    // What is signed as JWS travels in base64url: a marker hides there from a search of the bytes.
    [GeneratedRegex(@"eyJ[\w-]+\.([\w-]+)\.[\w-]+")]
    private static partial Regex SignedJson();

    private static string Around(string text, string marker)
    {
        var at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 60)];
    }

    private static async Task<HttpClient> ClientAsync(Uri address, string role, string name, string organisation, CancellationToken stop)
    {
        var client = new HttpClient { BaseAddress = address };
        if (role.Length == 0) return client;
        using var reply = await client.PostAsJsonAsync("/dev/token", new { role, name, organisation }, stop);
        var token = (await reply.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The dossier of limited risk with its card and bill confidential, and a marker wherever something may be kept back.</summary>
    private static string Marked(string folder)
    {
        var dossier = SmallDossier.Limited(folder);
        foreach (var file in Directory.GetFiles(dossier))
        {
            var text = File.ReadAllText(file).Replace("Acme slogans 2025", "zqdata slogans").Replace("Qwen/Qwen2.5-0.5B", "Qwen/zqbase-0.5B");
            File.WriteAllText(file, text.Replace("license: apache-2.0", "license: apache-2.0\nzqyamlkey: [zqyamlkey]"));
        }
        File.Move(Path.Combine(dossier, "model-card.md"), Path.Combine(dossier, "zqfile.md"));
        File.AppendAllText(Path.Combine(dossier, "zqfile.md"), "\n## Intended use\n\nMade for facial recognition at the zqprose door.\n");
        var path = Path.Combine(dossier, "dossier.json");
        var document = JsonNode.Parse(File.ReadAllText(path))!;
        document["declaration"]!["system"]!["purpose"] = "Proposes slogans for zqpurpose.";
        document["declaration"]!["visibilities"] = new JsonObject
        {
            ["purpose"] = "confidential", ["base-model"] = "confidential", ["datasets"] = "confidential",
        };
        foreach (var item in document["evidence"]!.AsArray().Take(2))
        {
            item!["visibility"] = "confidential";
            item["performedBy"] = "zqlab";
            if (item["kind"]!.GetValue<string>() == "model-card") item["file"] = "zqfile.md";
        }
        File.WriteAllText(path, document.ToJsonString());
        return dossier;
    }
}
