namespace Certification.Testing;

/// <summary>Where the repository is, for tests that read its own files.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds Certification.sln.</summary>
    public static string Path { get; } = Find();

    /// <summary>A file or folder of the repository.</summary>
    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Certification.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Certification.sln above {AppContext.BaseDirectory}.");
    }
}
