using Certification.Domain.Intake;

namespace Certification.Web.Http;

/// <summary>Answers the fields of a body that the domain does not accept.</summary>
public static class FieldProblems
{
    /// <summary>The problem with every field at fault; null when there is none.</summary>
    /// <param name="code">Reason code for the body as a whole; a single fault gives its own code.</param>
    /// <param name="within">Pointer of the checked value within the body; empty when it is the body.</param>
    public static ProblemAnswer? From(string code, IReadOnlyList<FieldError> faults, string within = "")
    {
        if (faults.Count == 0) return null;
        var problem = Problem.Of(
            StatusCodes.Status422UnprocessableEntity,
            faults.Count == 1 ? faults[0].Code : code,
            string.Join(" ", faults.Take(3).Select(fault => $"{within}{fault.Pointer}: {fault.Message}")),
            "Correct the fields that 'errors' lists and send it again; GET /v1/taxonomy lists the codes.");
        return new ProblemAnswer(problem with
        {
            Errors = [.. faults.Select(fault => new ProblemPlace(within + fault.Pointer, fault.Message))],
        });
    }
}
