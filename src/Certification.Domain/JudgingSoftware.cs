using System.Reflection;

namespace Certification.Domain;

/// <summary>Names the code that judges, so that whoever derives a judgement again knows whether it was the same.</summary>
public static class JudgingSoftware
{
    /// <summary>Version and commit of this build, such as <c>1.0.0+6a8b7d5…</c>.</summary>
    public static string Version { get; } =
        typeof(JudgingSoftware).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
