using Certification.Domain.Evidence;

namespace Certification.Formats.Json;

/// <summary>Reads one format. It sees every JSON file, and says at the end whether the file is of its format.</summary>
internal abstract class FormatVisitor : IJsonVisitor
{
    protected JsonFacts Facts { get; } = new();

    /// <summary>Whether what gives the format away was seen.</summary>
    public abstract bool IsRecognised { get; }

    /// <summary>True for formats of one JSON record a line.</summary>
    public virtual bool IsByLine => false;

    public abstract bool Wants(string shape);

    public virtual int LongestText(string shape) => JsonScalar.LongestText;

    public virtual void Opens(JsonPlace place)
    {
    }

    public abstract void Value(JsonPlace place, JsonScalar value);

    public virtual void Closes(JsonPlace place)
    {
    }

    /// <summary>What was read, without judging it.</summary>
    public abstract FormatReading Reading();
}
