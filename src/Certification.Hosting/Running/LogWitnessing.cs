using System.Collections.Concurrent;
using Certification.Hosting.Federation;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Log;

namespace Certification.Hosting.Running;

/// <summary>Asks the authorities of the trust list to cosign each new checkpoint: at once after a batch of this process, and every
/// few seconds for those of others and for witnesses that were away. Nothing waits for it.</summary>
internal sealed class LogWitnessing(
    AuthorityLog entered, TransparencyLog log, CosignedCheckpoint checkpoints, WitnessClient client, CurrentTrust trust,
    AuthorityProfile authority, ILogger<LogWitnessing> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _appended = new(0);
    private readonly ConcurrentDictionary<string, ulong> _seen = new();
    private readonly ConcurrentDictionary<string, long> _away = new();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _appended.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void Wake() => _appended.Release();
        entered.Appended += Wake;
        try
        {
            while (true)
            {
                await Round(stoppingToken);
                await _appended.WaitAsync(Pause, stoppingToken);
                // One round answers all that came meanwhile.
                while (_appended.Wait(0, stoppingToken))
                {
                }
            }
        }
        finally
        {
            entered.Appended -= Wake;
        }
    }

    private async Task Round(CancellationToken cancellation)
    {
        try
        {
            if (await checkpoints.PublishedAsync(cancellation) is not { Checkpoint.Size: > 0 } signed) return;
            await Task.WhenAll(trust.Snapshot.Authorities
                .Where(other => other.Code != authority.Code && other.Log?.Witnesses.Count > 0)
                .Select(other => Ask(other, signed, cancellation)));
        }
        catch (Exception away) when (away is Azure.RequestFailedException or AggregateException or InvalidDataException)
        {
            HostingLog.WitnessingWaits(logger, away);
        }
    }

    // A witness that does not answer is left alone for a pause, and said to be away once.
    private async Task Ask(TrustedAuthority witness, SignedCheckpoint signed, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetTimestamp();
        if (_away.TryGetValue(witness.Code, out var since) && TimeProvider.System.GetElapsedTime(since, now) < Pause) return;
        var keys = witness.Log!.Witnesses.Select(vkey => NoteVerifier.TryParse(vkey, out var key) ? key : null).OfType<WitnessVerifier>().ToList();
        if (keys.Exists(key => key.CosignedAt(signed.Note) is not null)) return;
        try
        {
            if (await Cosignature(witness, keys, signed, cancellation) is { } cosignature)
            {
                await checkpoints.AddAsync(signed, cosignature, cancellation);
            }
            _away.TryRemove(witness.Code, out _);
        }
        catch (HttpRequestException unanswered)
        {
            if (!_away.ContainsKey(witness.Code)) HostingLog.WitnessAway(logger, witness.Code, unanswered.Message);
            _away[witness.Code] = now;
        }
    }

    /// <returns>Null when the witness has seen a larger tree than this: then another process asks, or the next round does.</returns>
    private async Task<NoteSignature?> Cosignature(
        TrustedAuthority witness, List<WitnessVerifier> keys, SignedCheckpoint signed, CancellationToken cancellation)
    {
        // A second question suffices unless somebody else asks the same witness at the same time.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var old = _seen.GetValueOrDefault(witness.Code);
            if (old > signed.Checkpoint.Size) return null;
            var path = old == 0 ? [] : (await log.Tree(signed.Checkpoint.Size, cancellation).ProveConsistencyAsync(old)).Path;
            var reply = await client.Ask(witness, new(old, path, signed.Note.ToString()), cancellation);
            _seen[witness.Code] = reply.Size ?? signed.Checkpoint.Size;
            if (reply.Lines is { } lines)
            {
                return SignedNote.TryParse($"{signed.Note.Text}\n{lines}", out var answer)
                    ? answer.Signatures.FirstOrDefault(signature => keys.Exists(key => key.CosignedAt(answer with { Signatures = [signature] }) is not null))
                        ?? throw new HttpRequestException($"{witness.Code} answered with a cosignature that its key did not make.")
                    : throw new HttpRequestException($"{witness.Code} answered with something else than cosignatures.");
            }
        }
        return null;
    }
}
