using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Certification.Domain.Certificates;

/// <summary>The number of a certificate: authority, year, running number, as in <c>XA-2026-000123</c>. Never reused, also
/// not after a certificate was withdrawn or its issuing failed half-way.</summary>
[JsonConverter(typeof(CertificateNumberJsonConverter))]
public readonly partial record struct CertificateNumber
{
    private readonly string? _text;

    private CertificateNumber(string text) => _text = text;

    /// <summary>The number in its one written form.</summary>
    public string Text => _text ?? throw new InvalidOperationException("A default CertificateNumber is no number.");

    /// <summary>Code of the authority that issued it, such as <c>XA</c>.</summary>
    public string Authority => Text[..2];

    /// <summary>Puts a number together.</summary>
    /// <param name="authority">Two upper-case letters.</param>
    /// <param name="year">2000 to 9999.</param>
    /// <param name="sequence">1 to 999,999.</param>
    /// <exception cref="FormatException">A part is out of its range.</exception>
    public static CertificateNumber Create(string authority, int year, int sequence) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{authority}-{year:0000}-{sequence:000000}"));

    /// <summary>Reads the written form; nothing else, no other case, no white space.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CertificateNumber number)
    {
        var ok = text is not null && Written().IsMatch(text);
        number = ok ? new(text!) : default;
        return ok;
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static CertificateNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new FormatException($"A certificate number looks like XA-2026-000123, not like '{text}'.");

    /// <inheritdoc/>
    public override string ToString() => Text;

    // \z, because $ would let a final line feed through. The running number starts at 1.
    [GeneratedRegex(@"\A[A-Z]{2}-[2-9][0-9]{3}-(?!000000)[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}

/// <summary>Writes a certificate number as its text.</summary>
public sealed class CertificateNumberJsonConverter : JsonConverter<CertificateNumber>
{
    /// <inheritdoc/>
    public override CertificateNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CertificateNumber.TryParse(reader.GetString(), out var number)
            ? number
            : throw new JsonException("A certificate number looks like XA-2026-000123.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CertificateNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
