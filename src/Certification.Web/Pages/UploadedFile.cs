using Certification.Web.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Certification.Web.Pages;

/// <summary>Takes the one file of a form. It stays in memory, under a limit of our own, and goes with the request.</summary>
internal static class UploadedFile
{
    private const string Field = "file";
    private const int FormOverhead = 16 * 1024;

    // Nothing of a form is buffered on disk: the body, already read and limited, is all there is.
    private static readonly FormOptions InMemory = new()
    {
        MemoryBufferThreshold = int.MaxValue, ValueCountLimit = 8, KeyLengthLimit = 64, ValueLengthLimit = FormOverhead,
    };

    /// <summary>The file's bytes, or what is wrong with the request.</summary>
    /// <param name="limit">Bytes of the largest file.</param>
    public static async Task<(byte[] File, Problem? Problem)> Read(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return ([], Problem.Of(415, "request.media-type", "This page takes a form with a file.", "Choose a file on this page, or send it to POST /v1/verify."));
        }
        if (await RequestBody.Read(request, limit + FormOverhead) is not { } body)
        {
            return ([], Problem.Of(413, "request.too-large", $"The file is longer than {limit / 1024 / 1024} MB.", "Certificates are much smaller: choose the XML itself."));
        }
        try
        {
            request.Body = new MemoryStream(body, writable: false);
            var form = await new FormFeature(request, InMemory).ReadFormAsync(cancellation);
            return form.Files.GetFile(Field) is { Length: > 0 } file
                ? (await Bytes(file, cancellation), null)
                : ([], Problem.Of(400, "request.file-missing", "No file was chosen, or it is empty.", "Choose a certificate, a credential or a bundle."));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return ([], Problem.Of(400, "request.malformed-form", "The form that was sent cannot be read.", "Choose the file on this page and send it from there."));
        }
    }

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        using var copy = new MemoryStream((int)file.Length);
        await file.CopyToAsync(copy, cancellation);
        return copy.ToArray();
    }
}
