namespace Certification.Storage.Blobs;

/// <summary>Names of blobs that we make up ourselves; what applicants call their files never gets here.</summary>
internal static class BlobPath
{
    /// <summary>A path of segments separated by slashes, each of letters, digits and <c>. _ -</c>, none starting with a dot.</summary>
    /// <exception cref="ArgumentException">Anything else, such as <c>../</c>, a backslash or an empty segment.</exception>
    internal static string Checked(string path)
    {
        var segments = path.Split('/');
        return segments.All(IsPlain)
            ? path
            : throw new ArgumentException(
                $"Blob path '{path}': each segment has letters, digits, '.', '_' or '-', and does not begin with '.'.", nameof(path));
    }

    /// <summary>An id as one segment: a colon, which stands in subject ids, becomes a hyphen.</summary>
    /// <exception cref="ArgumentException">The id has anything else that a segment may not have.</exception>
    internal static string Segment(string id) => IsPlain(id.Replace(':', '-'))
        ? id.Replace(':', '-')
        : throw new ArgumentException(
            $"Id '{id}' cannot name a blob: use letters, digits, ':', '.', '_' and '-'.", nameof(id));

    private static bool IsPlain(string segment) =>
        segment.Length is > 0 and <= 200 && segment[0] != '.'
        && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
