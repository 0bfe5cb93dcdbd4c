using System.Text;
using Certification.Domain.Rulebooks;
using Certification.Hosting.Keys;
using Certification.Hosting.Settings;
using Certification.Signing.Credentials;
using Certification.Signing.Xml;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Hosting.Running;

/// <summary>Publishes at every start what verifiers need besides certificates: anchor, trust list, rulebooks, schemas.</summary>
internal sealed class PublishedBasics(
    PublicBlobs blobs, PublishedTrust trust, AuthorityKeys keys, RulebookFiles rulebooks, RulebookPublication publication, TimeProvider clock,
    AuthoritySettings settings, ILogger<PublishedBasics> log) : IHostedService
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await PutLatest("trust/anchor.pem", Encoding.ASCII.GetBytes(keys.Anchor.ExportCertificatePem() + "\n"),
            "application/x-pem-file", cancellationToken);
        if (settings.Trust.ListFile is { } list)
        {
            await trust.Publish(await File.ReadAllTextAsync(list, cancellationToken), keys.Trust.Snapshot, cancellationToken);
        }
        await PutOnce("schema/certificate-1.xsd", CertificateXml.Schema(), "application/xml", cancellationToken);
        await PutOnce(CredentialDocuments.ContextPath, CredentialDocuments.Context, CredentialDocuments.ContextMediaType, cancellationToken);
        await PutOnce(CredentialDocuments.SchemaPath, CredentialDocuments.Schema, CredentialDocuments.SchemaMediaType, cancellationToken);
        await PutLatest(
            $"schema/{RulebookSchema.FileName}", Encoding.UTF8.GetBytes(RulebookSchema.Create().ToString()), "application/schema+json", cancellationToken);
        foreach (var version in (await rulebooks.Begin(clock.GetUtcNow(), cancellationToken)).Versions)
        {
            if (await publication.Publish(version, cancellationToken) is { } refusal)
                HostingLog.NotPublished(log, version.Name, refusal.Message);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PutOnce(string path, byte[] content, string type, CancellationToken cancellation)
    {
        var put = await blobs.PutOnce(path, content, type, cancellation);
        if (!put.Succeeded) HostingLog.NotPublished(log, path, put.Refusal.Message);
    }

    private async Task PutLatest(string path, byte[] content, string type, CancellationToken cancellation)
    {
        var put = await blobs.PutLatest(path, content, type, MaxAge, cancellation);
        if (!put.Succeeded) HostingLog.NotPublished(log, path, put.Refusal.Message);
    }
}
