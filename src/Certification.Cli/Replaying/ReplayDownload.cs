using Certification.Cli.Http;
using Certification.Domain;
using Certification.Domain.Decisions;

namespace Certification.Cli.Replaying;

/// <summary>Fetches a decision's record and what it pins into a folder, as far as the caller may see it.</summary>
internal static class ReplayDownload
{
    /// <summary>Fetches. What the authority does not give is noted in the folder with its reason.</summary>
    public static async Task FetchAsync(AuthorityClient client, string subject, ReplayFolder folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Evidence("e"))!);
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Keys(Sha256Digest.Of([])))!);
        var text = await client.DownloadDecisionRecordAsync(subject, cancellation);
        await File.WriteAllBytesAsync(folder.Record, text, cancellation);
        var record = folder.ReadRecord();

        var missing = new Dictionary<string, string>();
        var parts = $"/v1/submissions/{Uri.EscapeDataString(record.SubmissionId)}/decision-record";
        await Save("rulebook", $"/public/rulebooks/{record.Rulebook.Id}-{record.Rulebook.Version}.json", folder.Rulebook);
        await Save("dossier", $"{parts}/dossier", folder.Dossier);
        await Save("log", $"/v1/log/proofs?kind=decision&subject={record.Authority}&digest={Sha256Digest.Of(text)}", folder.LogProof);
        foreach (var keys in record.Evidence.Select(pin => pin.Judged?.AttestationKeys).OfType<Sha256Digest>().Distinct())
        {
            await Save($"keys/{keys}", $"{parts}/attestation-keys/{keys}", folder.Keys(keys));
        }
        foreach (var pin in record.Evidence)
        {
            await Save(ReplayMaterial.PartOf(pin.Id), $"{parts}/evidence/{Uri.EscapeDataString(pin.Id)}", folder.Evidence(pin.Id));
        }
        await File.WriteAllBytesAsync(folder.Missing, DomainJson.Bytes(missing), cancellation);

        async Task Save(string part, string address, string file)
        {
            if (await client.SaveAsync(address, file, cancellation) is { } refused) missing[part] = $"{refused.What} {refused.NextStep}";
        }
    }
}
