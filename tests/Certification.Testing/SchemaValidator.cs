using System.Diagnostics;

namespace Certification.Testing;

/// <summary>Ajv, the validator that most tools build on, in a Node process of its own: our schemas are for other people's tools.</summary>
public static class SchemaValidator
{
    /// <summary>True when <c>npm ci</c> was run in <c>tests/schemas</c>, as <c>./test</c> does.</summary>
    public static bool IsThere { get; } = File.Exists(RepositoryRoot.File("tests", "schemas", "node_modules", "ajv", "package.json"));

    /// <summary>Why a test skips.</summary>
    public const string WhyNot = "ajv is not installed: run `npm ci` in tests/schemas, or ./test, which does it";

    /// <summary>For each document <c>true</c>, or the first reason why the schema refuses it.</summary>
    /// <param name="documents">JSON without line breaks.</param>
    /// <exception cref="InvalidOperationException">The schema itself is refused; the message says why.</exception>
    public static async Task<IReadOnlyList<string>> Validate(string schema, IReadOnlyList<string> documents, CancellationToken cancellation)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, schema, cancellation);
            using var node = Process.Start(new ProcessStartInfo("node", [RepositoryRoot.File("tests", "schemas", "validate.mjs"), file])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var answers = node.StandardOutput.ReadToEndAsync(cancellation);
            var errors = node.StandardError.ReadToEndAsync(cancellation);
            foreach (var document in documents) await node.StandardInput.WriteLineAsync(document.AsMemory(), cancellation);
            node.StandardInput.Close();
            await node.WaitForExitAsync(cancellation);
            return node.ExitCode == 0
                ? (await answers).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : throw new InvalidOperationException(await errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
