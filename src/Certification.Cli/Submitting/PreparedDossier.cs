using System.Security.Cryptography;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Domain;

namespace Certification.Cli.Submitting;

/// <summary>A dossier folder opened for a command, and its items as the authority wants them declared.</summary>
public static class PreparedDossier
{
    /// <summary>Opens a folder; what has to be made goes to a temporary folder, or to <paramref name="scratch"/>.</summary>
    public static DossierFolder Open(string folder, string? scratch = null)
    {
        try
        {
            return DossierFolder.Read(
                folder, scratch ?? Directory.CreateTempSubdirectory("certify-").FullName, DateOnly.FromDateTime(DateTime.UtcNow));
        }
        catch (DossierException unusable)
        {
            throw new ProblemException(
                new Problem(unusable.Message, folder, "Mend the folder; tests/dossiers/example shows a complete one.", "dossier.unusable"),
                ExitCode.Usage);
        }
    }

    /// <summary>Reads and hashes an item: the authority wants the digest before it takes the first byte.</summary>
    public static async Task<EvidenceDeclaration> DeclareAsync(this DossierItem item, CancellationToken cancellation)
    {
        await using var file = new FileStream(
            item.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var digest = Sha256Digest.FromBytes(await SHA256.HashDataAsync(file, cancellation));
        return new EvidenceDeclaration(
            item.Kind, item.FileName, item.Size, digest, item.Visibility, item.PerformedBy, item.Independence, item.WithheldFacts);
    }
}
