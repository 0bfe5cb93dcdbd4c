using System.Security.Cryptography;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;

namespace Certification.Cli.Keys;

/// <summary>The folder with an authority's root, as people name it on the command line.</summary>
internal static class RootFolder
{
    /// <summary>Opens the root.</summary>
    /// <exception cref="ProblemException">There is no usable root.</exception>
    internal static OfflineRoot Open(string folder)
    {
        try
        {
            return OfflineRoot.Open(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ProblemException(
                new Problem(fault.Message, folder, "Make the keys first: ./certify keys init.", "keys.folder-unreadable"), ExitCode.Usage);
        }
    }
}
