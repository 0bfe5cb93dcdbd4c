using System.Text.Json;
using Certification.Domain;
using Certification.Domain.Submissions;

namespace Certification.Cli.Submitting;

/// <summary>A submission as it lies on the applicant's disk: <c>dossier.json</c> and the files beside it.</summary>
/// <param name="Declaration">The words of the submission.</param>
/// <param name="Items">Its evidence, ready to be read and uploaded, in the order of the file.</param>
public sealed record DossierFolder(Declaration Declaration, IReadOnlyList<DossierItem> Items, EffortDeclaration? Effort = null)
{
    private const string Manifest = "dossier.json";

    /// <summary>Reads a folder and makes the files that are generated or re-dated.</summary>
    /// <param name="folder">Holds <c>dossier.json</c>.</param>
    /// <param name="scratch">Where made files go; it must exist.</param>
    /// <param name="today">Files that move with time are dated from here.</param>
    /// <exception cref="DossierException">The folder is no dossier; the message says what to mend.</exception>
    public static DossierFolder Read(string folder, string scratch, DateOnly today)
    {
        var path = Path.Combine(folder, Manifest);
        if (!File.Exists(path))
            throw new DossierException($"{folder} has no {Manifest}; name a folder that has one, such as tests/dossiers/example.");
        try
        {
            var document = JsonSerializer.Deserialize<DossierDocument>(File.ReadAllBytes(path), DomainJson.Strict)
                ?? throw new JsonException("The document is null.");
            return new(document.DeclarationOn(today), [.. document.Evidence.Select(entry => DossierItem.Prepare(entry, folder, scratch, today))], document.Effort);
        }
        catch (JsonException fault)
        {
            throw new DossierException($"{path} is not a dossier: {fault.Message}");
        }
    }
}

/// <summary>A dossier folder cannot be used; the message says what to mend.</summary>
public sealed class DossierException(string message) : Exception(message);
