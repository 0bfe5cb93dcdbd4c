using System.Reflection;
using System.Security.Cryptography;

namespace Certification.Signing.Credentials;

/// <summary>The documents that describe credentials: context and JSON Schema, published beside the certificates and never changed.
/// Credentials name both with their digests, and no verifier has to fetch either.</summary>
public static class CredentialDocuments
{
    /// <summary>Where an authority publishes the context, below the root of what it publishes.</summary>
    public const string ContextPath = "schema/credential-1.jsonld";

    /// <summary>Where it publishes the schema.</summary>
    public const string SchemaPath = "schema/credential-1.schema.json";

    /// <summary>Content type of the context (JSON-LD 1.1 §C).</summary>
    public const string ContextMediaType = "application/ld+json";

    /// <summary>Content type of the schema (JSON Schema 2020-12 §14.1).</summary>
    public const string SchemaMediaType = "application/schema+json";

    /// <summary>The context, UTF-8.</summary>
    public static byte[] Context { get; } = Resource("credential-1.jsonld");

    /// <summary>The schema, UTF-8.</summary>
    public static byte[] Schema { get; } = Resource("credential-1.schema.json");

    /// <summary>The digest in the form of Subresource Integrity, as VCDM 2.0 §5.3 takes it.</summary>
    internal static string IntegrityOf(byte[] document) => $"sha256-{Convert.ToBase64String(SHA256.HashData(document))}";

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
