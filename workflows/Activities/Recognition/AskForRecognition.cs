using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>Asks one other authority to recognise a certificate of ours.</summary>
public sealed class AskForRecognition(IPeerAuthorities peers) : IActivity<SeekRecognitionInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, SeekRecognitionInput input, CancellationToken cancellation)
    {
        await peers.RequestRecognition(input.Authority, input.Number, cancellation);
        return new Done(true);
    }
}
