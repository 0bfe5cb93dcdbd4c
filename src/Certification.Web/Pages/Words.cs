using System.Text.Json;

namespace Certification.Web.Pages;

/// <summary>The words that people, JSON and style sheets use for states.</summary>
public static class Words
{
    /// <summary>Such as <c>awaiting-decision</c>.</summary>
    public static string Of<TState>(TState state) where TState : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
