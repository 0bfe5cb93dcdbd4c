using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Certification.Domain;

/// <summary>The one JSON form of domain values: camelCase, enums as kebab-case words, no nulls, properties in the order
/// in which the types declare them. Equal values give equal bytes, which is what digests rest on.</summary>
public static class DomainJson
{
    /// <summary>Reads and writes leniently towards unknown members: for what we stored ourselves.</summary>
    public static JsonSerializerOptions Options { get; } = Create(JsonUnmappedMemberHandling.Skip);

    /// <summary>Refuses unknown members: for what people send us, where a misspelt field would silently be no field.</summary>
    public static JsonSerializerOptions Strict { get; } = Create(JsonUnmappedMemberHandling.Disallow);

    /// <summary>The bytes that a digest of this value is taken over.</summary>
    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Reads a value that must be there.</summary>
    /// <exception cref="JsonException">The bytes are not that value.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<T>(bytes, Options) ?? throw new JsonException("null where a value must stand");

    private static JsonSerializerOptions Create(JsonUnmappedMemberHandling unknownMembers)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = unknownMembers,
            NumberHandling = JsonNumberHandling.Strict,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            MaxDepth = 32,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { MayOmitWhatMayBeNull } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }

    // Nulls are not written, so a member that may be null may be absent when it is read back.
    private static void MayOmitWhatMayBeNull(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            var mayBeNull = Nullable.GetUnderlyingType(member.PropertyType) is not null
                || member.AssociatedParameter is { IsNullable: true };
            if (mayBeNull) member.IsRequired = false;
        }
    }
}
