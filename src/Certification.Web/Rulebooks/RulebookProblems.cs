using Certification.Domain.Rulebooks;
using Certification.Web.Http;

namespace Certification.Web.Rulebooks;

/// <summary>Answers everything that is wrong with a proposed document, each error with its place and its rule.</summary>
public static class RulebookProblems
{
    /// <summary>The problem.</summary>
    /// <param name="errors">At least one.</param>
    public static ProblemAnswer Of(IReadOnlyList<RulebookError> errors) => new(Problem.Of(
            StatusCodes.Status422UnprocessableEntity, "rulebook.refused",
            $"The rulebook has {errors.Count} {(errors.Count == 1 ? "error" : "errors")}. First: {errors[0]}",
            "Correct what 'errors' lists; ./certify rules test FILE finds the same without sending anything.")
        with { Errors = [.. errors.Select(error => new ProblemPlace(error.Pointer, error.ToString()))] });
}
