namespace Certification.Domain.Evidence.Checks;

/// <summary>Where a run keeps its specification apart, the model stands there and has to be this one; a limit on the instances
/// stands there too.</summary>
internal sealed class SpecificationMustBeOfTheSystem : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Specification is not { } specification)
            yield break;
        var system = evidence.Declaration.System;
        if (!SubjectName.Means(specification.Model, system))
        {
            var (code, why) = SubjectName.Compare(specification.Model, system);
            yield return evidence.Major(code, $"The run asked for \"{specification.Model}\", not for the submitted \"{system.Name}\"{why}.", specification.Where);
        }

        if (specification.Deployment is { } deployment && !SubjectName.AreSame(deployment, specification.Model))
            yield return evidence.Observation("evidence.model-alias", $"The run asked for \"{specification.Model}\" and \"{deployment}\" answered.", specification.Where);
        yield return evidence.Observation("evidence.model-revision-missing",
            $"The run names \"{specification.Model}\" without a revision or digest of its weights.", specification.Where);
        if (specification.InstanceLimit is { } limit)
        {
            yield return evidence.Minor("evidence.instances-limited",
                $"At most {Counted.Of(limit, "instance")} were to be run; the file does not say how many the benchmark has.", "/adapter_spec/max_eval_instances");
        }

        if (specification is { Failed: > 0, Requests: { } requests })
            yield return evidence.Major("evidence.samples-failed", $"{specification.Failed} of {Counted.Of(requests, "request")} failed.", "/request_states");
    }
}
