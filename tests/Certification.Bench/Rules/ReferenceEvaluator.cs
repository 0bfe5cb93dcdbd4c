using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Certification.Testing;

namespace Certification.Bench.Rules;

/// <summary>json-logic-js in a Node process that stays up between rounds, so that its compiler warms up as ours does.</summary>
internal sealed class ReferenceEvaluator : IAsyncDisposable
{
    private readonly Process _node;

    private ReferenceEvaluator(Process node) => _node = node;

    /// <summary>Starts Node, hands it the cases, and waits until it has checked that it gives the expected answers.</summary>
    public static async Task<ReferenceEvaluator> Start(IReadOnlyList<RuleCase> cases, int warmUp, int round)
    {
        var node = Process.Start(new ProcessStartInfo("node", [RepositoryRoot.File("tests", "Certification.Bench", "node", "evaluate.mjs")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        var reference = new ReferenceEvaluator(node);
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new
        {
            warmUp,
            round,
            cases = cases.Select(one => new { name = one.Name, rule = one.Rule.Json, data = one.Json, expected = one.Expected }),
        }));
        await reference.Answer();
        return reference;
    }

    /// <summary>One round: rules a second of processor time.</summary>
    public async Task<double> Measure()
    {
        await _node.StandardInput.WriteLineAsync("round");
        return double.Parse(await Answer(), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private async Task<string> Answer()
    {
        await _node.StandardInput.FlushAsync();
        return await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Node ended: its error stands above.");
    }
}
