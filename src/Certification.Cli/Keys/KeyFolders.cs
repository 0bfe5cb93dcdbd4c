using System.Security.Cryptography;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;

namespace Certification.Cli.Keys;

/// <summary>A key folder, as people name it on the command line.</summary>
internal static class KeyFolders
{
    /// <summary>Opens the folder.</summary>
    /// <exception cref="ProblemException">It is no usable key folder.</exception>
    internal static KeyFolder Open(string folder)
    {
        try
        {
            return KeyFolder.Open(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ProblemException(
                new Problem(fault.Message, folder, "Make the keys first: ./certify keys init.", "keys.folder-unreadable"), ExitCode.Usage);
        }
    }
}
