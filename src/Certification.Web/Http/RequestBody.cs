namespace Certification.Web.Http;

/// <summary>Reads bodies into memory under a limit of our own, because not every host enforces one.</summary>
public static class RequestBody
{
    /// <summary>Largest JSON body: a declaration with hundreds of artifacts is a tenth of it.</summary>
    public const int MaxJsonBytes = 1024 * 1024;

    /// <summary>Largest certificate or statement that is taken.</summary>
    public const int MaxDocumentBytes = 512 * 1024;

    /// <summary>The whole body; null when it is longer than <paramref name="limit"/> bytes.</summary>
    public static async Task<byte[]?> Read(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit) return null;
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 4096));
        var chunk = new byte[8192];
        while (await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted) is var read and > 0)
        {
            if (buffer.Length + read > limit) return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    /// <summary>The problem for a longer body.</summary>
    public static Problem TooLarge(int limit) => Problem.Of(
        StatusCodes.Status413PayloadTooLarge, "request.too-large",
        $"The body is longer than {limit} bytes.",
        "Send less; files go to the upload URL of an evidence item, not into a request.");
}
