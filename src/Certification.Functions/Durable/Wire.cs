using System.Text.Json;
using Certification.Workflows.Port;

namespace Certification.Functions.Durable;

/// <summary>Messages between functions and the host. They travel as JSON elements: what a host does to strings and nulls on
/// the way depends on its version.</summary>
internal static class Wire
{
    /// <summary>The message as JSON.</summary>
    public static JsonElement Of<T>(T message) => JsonSerializer.SerializeToElement(message, WorkflowJson.Options);

    /// <summary>Reads back what <see cref="Of"/> wrote.</summary>
    public static T Read<T>(JsonElement element) =>
        element.Deserialize<T>(WorkflowJson.Options)
        ?? throw new InvalidDataException($"A message between functions is empty where {typeof(T).Name} belongs.");
}
