namespace Certification.Formats.Json;

/// <summary>Sees the parts of a JSON document that it wants, in document order.</summary>
internal interface IJsonVisitor
{
    /// <summary>Whether a value at this shape matters; what is inside an unwanted value is skipped unseen.</summary>
    /// <param name="shape">Path with <c>*</c> for array elements, such as <c>/samples/*/error</c>; empty for the root.</param>
    bool Wants(string shape);

    /// <summary>Characters that are kept of a text at this shape.</summary>
    int LongestText(string shape) => JsonScalar.LongestText;

    /// <summary>A wanted object or array begins.</summary>
    void Opens(JsonPlace place);

    /// <summary>A wanted scalar.</summary>
    void Value(JsonPlace place, JsonScalar value);

    /// <summary>A wanted object or array ends.</summary>
    void Closes(JsonPlace place);
}
