using System.Text;
using Certification.Domain.Evidence;
using Certification.Formats;
using Xunit;

namespace Certification.Formats.Tests;

/// <summary>Reads text or bytes as evidence that may be of any format.</summary>
internal static class Reading
{
    private static readonly string[] AnyFormat = ["inspect-log", "cyclonedx", "model-card"];

    internal static Task<FormatReading> Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    internal static Task<FormatReading> Of(byte[] bytes) => Of(new MemoryStream(bytes));

    internal static Task<FormatReading> Of(Stream stream) =>
        EvidenceReader.ReadAsync(stream, AnyFormat, TestContext.Current.CancellationToken);
}
