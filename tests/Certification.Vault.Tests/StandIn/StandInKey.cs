using System.Security.Cryptography;

namespace Certification.Vault.Tests.StandIn;

/// <summary>One version of a key in the stand-in.</summary>
/// <param name="Created">Unix time; of two versions the later one is current.</param>
internal sealed record StandInKey(string Name, string Version, long Created, ECDsa Private) : IDisposable
{
    /// <summary>False once somebody disabled the key.</summary>
    internal bool Enabled { get; set; } = true;

    /// <summary>True for a key with a release policy.</summary>
    internal bool Exportable { get; set; }

    /// <summary>What a ceremony gets to see of the key.</summary>
    internal ECDsa Public()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Private.ExportSubjectPublicKeyInfo(), out _);
        return key;
    }

    public void Dispose() => Private.Dispose();
}
