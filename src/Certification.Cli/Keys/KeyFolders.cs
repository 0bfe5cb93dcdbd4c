using System.Security.Cryptography;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;

namespace Certification.Cli.Keys;

/// <summary>Folders with keys, as people name them on the command line.</summary>
internal static class KeyFolders
{
    /// <summary>Opens the folder with the keys that sign.</summary>
    /// <exception cref="ProblemException">It is no usable key folder.</exception>
    internal static KeyFolder Open(string folder) => Open(folder, KeyFolder.Open);

    /// <summary>Opens the folder with an authority's root.</summary>
    /// <exception cref="ProblemException">There is no usable root.</exception>
    internal static OfflineRoot OpenRoot(string folder) => Open(folder, OfflineRoot.Open);

    private static TKeys Open<TKeys>(string folder, Func<string, TKeys> open)
    {
        try
        {
            return open(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ProblemException(
                new Problem(fault.Message, folder, "Make the keys first: ./certify keys init.", "keys.folder-unreadable"), ExitCode.Usage);
        }
    }
}
