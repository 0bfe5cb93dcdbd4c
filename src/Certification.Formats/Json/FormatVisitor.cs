using Certification.Domain.Evidence;

namespace Certification.Formats.Json;

/// <summary>Reads one format. It sees every JSON file, and says at the end whether the file is of its format.</summary>
internal abstract class FormatVisitor
{
    protected JsonFacts Facts { get; } = new();

    /// <summary>Whether what gives the format away was seen.</summary>
    public abstract bool IsRecognised { get; }

    /// <summary>True for formats of one JSON record a line.</summary>
    public virtual bool IsByLine => false;

    /// <summary>Whether a value at this shape matters; what is inside an unwanted value is skipped unseen. Asked once for each
    /// shape of a file.</summary>
    /// <param name="shape">Path with <c>*</c> for array elements, such as <c>/samples/*/error</c>; empty for the root.</param>
    public abstract bool Wants(string shape);

    /// <summary>Whether an object or array of a wanted shape matters. False saves looking at its members.</summary>
    public virtual bool Enters(string shape) => true;

    /// <summary>Characters that are kept of a text at this shape.</summary>
    public virtual int LongestText(string shape) => JsonScalar.LongestText;

    /// <summary>A wanted object or array begins.</summary>
    public virtual void Opens(JsonPlace place)
    {
    }

    /// <summary>A wanted scalar.</summary>
    public abstract void Value(JsonPlace place, JsonScalar value);

    /// <summary>A wanted object or array ends.</summary>
    public virtual void Closes(JsonPlace place)
    {
    }

    /// <summary>What was read, without judging it.</summary>
    public abstract FormatReading Reading();
}
