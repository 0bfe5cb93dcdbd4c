namespace Certification.Web.Http;

/// <summary>A handler's argument that is read from the request and may turn out to be wrong.</summary>
public interface IBoundArgument
{
    /// <summary>What is wrong with it; null when it is fit for use.</summary>
    Problem? Problem { get; }
}

/// <summary>Answers the first problem among a handler's arguments, so that no handler runs on a request that could not be read.</summary>
public sealed class RefuseUnreadableArguments : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var problem = context.Arguments.OfType<IBoundArgument>().Select(argument => argument.Problem).FirstOrDefault(p => p is not null);
        return problem is null ? next(context) : ValueTask.FromResult<object?>(new ProblemAnswer(problem));
    }
}
