using Certification.Web.Access;
using Certification.Web.Accountability;
using Certification.Web.Submissions;
using Certification.Workflows.Activities;

namespace Certification.Web.Pages;

/// <summary>What a case's page shows to its caller.</summary>
/// <param name="LogIndex">Where the record of the decision stands in the log; null while it does not.</param>
public sealed record CasePageModel(
    AuthorityProfile Authority, SubmissionView View, AccountabilityView Accountability, IReadOnlyList<TimelineEntry> Timeline, ulong? LogIndex);

/// <summary>What the list of cases shows to its caller.</summary>
public sealed record CasesPageModel(AuthorityProfile Authority, Caller Caller, IReadOnlyList<CaseList> Lists);

/// <summary>One list of cases.</summary>
public sealed record CaseList(string Title, IReadOnlyList<SubmissionLine> Lines);
