using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Certification.Vault.Tests.StandIn;

/// <summary>One version of a key in the stand-in, with the certificate of the same version where one was merged.</summary>
internal sealed record StandInKey(string Name, string Version, ECDsa Private) : IDisposable
{
    /// <summary>False once somebody disabled the key.</summary>
    internal bool Enabled { get; set; } = true;

    /// <summary>What the policy of the certificate says.</summary>
    internal bool Exportable { get; set; }

    /// <summary>Null while the certificate waits to be merged.</summary>
    internal X509Certificate2? Certificate { get; set; }

    /// <summary>What a ceremony gets to see of the key.</summary>
    internal ECDsa Public()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Private.ExportSubjectPublicKeyInfo(), out _);
        return key;
    }

    public void Dispose()
    {
        Private.Dispose();
        Certificate?.Dispose();
    }
}
