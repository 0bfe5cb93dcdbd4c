using Certification.Cli.Http;
using Certification.Domain.Accountability;

namespace Certification.Cli.Journey;

/// <summary>Every party accepts its duties by itself, as a person of its own.</summary>
public sealed partial class JourneyPlayer
{
    private async Task AcceptDutiesAsync(CancellationToken cancellation)
    {
        foreach (var party in _dossier.Declaration.Parties)
        {
            await _screen.StepAsync("accept duties", async _ =>
            {
                var speaker = _cast.Speakers[party.Id];
                var accepted = await Patience.MakeAsync(
                    () => speaker.GetAccountabilityAsync(Record.SubmissionId!, cancellation),
                    seen => seen.Value.Party(party.Id).Answer?.Kind == PartyAnswerKind.Accepted,
                    seen => speaker.AcceptDutiesAsync(seen, party.Id, cancellation));
                return $"{accepted.Value.Party(party.Id).Answer!.By} accepts for {party.Name}: {string.Join(", ", party.Duties)}";
            });
        }
    }
}
