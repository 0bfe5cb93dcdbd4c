using System.Net;
using Certification.Cli.Http;
using Certification.Domain;
using Certification.Domain.Submissions;

namespace Certification.Cli.Submitting;

/// <summary>Opens a submission, uploads its evidence and hands it in. Every step can be repeated: after a broken connection
/// or a second run with the same salt it goes on where it stopped.</summary>
/// <param name="client">As the applicant.</param>
/// <param name="salt">Tells deliberate repetitions of one submission apart; empty for none.</param>
/// <param name="patience">How long to go on trying while storage cannot be reached.</param>
public sealed class Submitter(AuthorityClient client, string salt, TimeSpan patience) : IDisposable
{
    // Without a time limit: how long a large block takes is for the line to say. It carries no token.
    private readonly HttpClient _storage = new(PatientHandler.Create(patience)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public void Dispose() => _storage.Dispose();

    /// <summary>Opens the submission, or finds it again when this declaration was opened before.</summary>
    public Task<Tagged<SubmissionView>> OpenAsync(Declaration declaration, CancellationToken cancellation) =>
        client.OpenSubmissionAsync(declaration, Key("open", DomainJson.Bytes(declaration)), cancellation);

    /// <summary>Declares, uploads and seals one file, unless this very file is sealed already.</summary>
    /// <param name="uploaded">Told how many bytes the authority has.</param>
    public async Task<Tagged<SubmissionView>> SupplyAsync(
        string submissionId, DossierItem file, IProgress<long>? uploaded, CancellationToken cancellation)
    {
        var evidence = await file.DeclareAsync(cancellation);
        var submission = await client.GetSubmissionAsync(submissionId, cancellation);
        if (IsSealed(submission.Value, evidence)) return submission;
        var key = Key($"evidence {submissionId}", DomainJson.Bytes(evidence));
        var declared = await client.DeclareEvidenceAsync(submissionId, evidence, key, cancellation);
        await UploadAsync(submissionId, declared, file, uploaded, cancellation);
        return await RepeatWhenStaleAsync(
            submissionId, view => IsSealed(view, evidence),
            current => client.SealEvidenceAsync(current, declared.Id, cancellation), cancellation);
    }

    /// <summary>Tells what the submission cost.</summary>
    public Task<Tagged<SubmissionView>> TellEffortAsync(string submissionId, EffortDeclaration effort, CancellationToken cancellation) =>
        RepeatWhenStaleAsync(submissionId, _ => false, current => client.TellEffortAsync(current, effort, cancellation), cancellation);

    /// <summary>Hands in, and answers with what intake said.</summary>
    public Task<Tagged<SubmissionView>> HandInAsync(string submissionId, CancellationToken cancellation) =>
        RepeatWhenStaleAsync(
            submissionId, view => !SubmissionMoves.IsOpenToApplicant(view.Status),
            current => client.HandInAsync(current, cancellation), cancellation);

    private async Task UploadAsync(
        string submissionId, DeclaredEvidence declared, DossierItem file, IProgress<long>? uploaded, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(declared.Upload, file, uploaded, cancellation);
        }
        catch (UploadRefusedException expired) when (expired.Status == HttpStatusCode.Forbidden)
        {
            // The ticket of a declaration that was answered from its Idempotency-Key may be as old as the first try.
            var fresh = await client.RenewUploadAsync(submissionId, declared.Id, cancellation);
            await SendAsync(fresh, file, uploaded, cancellation);
        }
    }

    private async Task SendAsync(UploadTicket ticket, DossierItem file, IProgress<long>? uploaded, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(file.Path);
        var uploader = new EvidenceUploader(_storage, ticket.BlockBytes);
        await uploader.Upload(content, ticket.Url, null, uploaded, cancellation);
    }

    /// <summary>A change whose ETag went stale is looked at again: either it was made after all, by a try whose reply was
    /// lost, or something else moved and it is made on the new state.</summary>
    private async Task<Tagged<SubmissionView>> RepeatWhenStaleAsync(
        string submissionId, Func<SubmissionView, bool> isDone,
        Func<Tagged<SubmissionView>, Task<Tagged<SubmissionView>>> change, CancellationToken cancellation)
    {
        while (true)
        {
            var current = await client.GetSubmissionAsync(submissionId, cancellation);
            if (isDone(current.Value)) return current;
            try
            {
                return await change(current);
            }
            catch (AuthorityRefusalException stale) when (stale.Status == HttpStatusCode.PreconditionFailed)
            {
                continue;
            }
        }
    }

    private static bool IsSealed(SubmissionView submission, EvidenceDeclaration evidence) => submission.Evidence.Any(item =>
        item.Kind == evidence.Kind && item.Digest == evidence.Sha256 && item.FileName == evidence.FileName && item.SealedAt is not null);

    private string Key(string what, byte[] content) =>
        Sha256Digest.Of([.. System.Text.Encoding.UTF8.GetBytes($"{salt} {what} "), .. content]).Hex;
}
