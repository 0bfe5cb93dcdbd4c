using Certification.Storage.Lists;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Lifecycle;

/// <summary>Finds certificates whose renewal came due in a span of days and was not opened. It looks back further than the
/// last sweep, because a sweep that failed half-way must not lose anything.</summary>
public sealed class FindDueCertificates(Indexes lists) : IActivity<DueInput, DueCertificates>
{
    private const int LookBackDays = 30;

    /// <inheritdoc/>
    public async Task<DueCertificates> Run(ActivityContext context, DueInput input, CancellationToken cancellation)
    {
        var first = (input.After ?? input.Through).AddDays(-LookBackDays);
        var numbers = new List<string>();
        for (var day = first; day <= input.Through; day = day.AddDays(1))
        {
            numbers.AddRange(await DueOn(day, cancellation));
        }
        return new DueCertificates(numbers);
    }

    private async Task<List<string>> DueOn(DateOnly day, CancellationToken cancellation)
    {
        var numbers = new List<string>();
        for (string? token = null; ;)
        {
            var page = await lists.Page(
                CertificateLists.Due, CertificateLists.DueOn(day), token, Indexes.MaxPageSize, cancellation);
            if (!page.Succeeded) throw new InvalidOperationException(page.Refusal.Message);
            numbers.AddRange(page.Value.Rows.Select(row => row.Key));
            if (page.Value.Next is null) return numbers;
            token = page.Value.Next;
        }
    }
}
