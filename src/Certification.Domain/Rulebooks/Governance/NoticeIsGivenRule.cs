namespace Certification.Domain.Rulebooks.Governance;

/// <summary>Whoever is judged by a rule can have read it before: 48 hours lie between adoption and effect, save in an
/// emergency; and no version takes effect before one that was announced earlier.</summary>
public static class NoticeIsGivenRule
{
    /// <summary>Between adoption and effect.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(48);

    /// <summary>The refusal; null when the notice is long enough.</summary>
    /// <param name="at">When it is proposed or adopted.</param>
    public static Refusal? Check(RulebookRegister register, RulebookProposal proposal, DateTimeOffset at)
    {
        if (proposal.Emergency is not null) return null;
        var effect = proposal.EffectIfAdopted(at);
        if (effect < at + Notice)
        {
            return new Refusal(
                RefusalKind.OutOfStep, "rulebook.notice-too-short",
                $"Effective from {effect:yyyy-MM-dd'T'HH:mm'Z'}, which is less than {Notice.TotalHours:0} hours after {at.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}.",
                $"Set effectiveFrom to {FirstDayAfterNotice(at):yyyy-MM-dd} or later, or use the emergency track.");
        }
        return register.Lasting is { } last && effect < last.EffectiveFrom
            ? new Refusal(
                RefusalKind.OutOfStep, "rulebook.before-announced",
                $"Effective from {effect:yyyy-MM-dd}, but {last.Name} is announced for {last.EffectiveFrom:yyyy-MM-dd}.",
                $"Set effectiveFrom to {last.EffectiveFrom:yyyy-MM-dd} or later.")
            : null;
    }

    private static DateOnly FirstDayAfterNotice(DateTimeOffset at) =>
        DateOnly.FromDateTime((at + Notice).UtcDateTime.AddDays(1).AddTicks(-1));
}
