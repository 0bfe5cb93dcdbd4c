namespace Certification.Engine.Records;

/// <summary>What an instance id may look like: it becomes a table partition key.</summary>
internal static class Ids
{
    /// <summary>The id itself, if it is one.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or has characters outside <c>A-Z a-z 0-9 . _ : -</c>.</exception>
    public static string Checked(string id)
    {
        if (id.Length is > 0 and <= 200 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-')) return id;
        throw new ArgumentException($"Instance id \"{id}\" is not 1 to 200 characters of A-Z a-z 0-9 . _ : -", nameof(id));
    }
}
