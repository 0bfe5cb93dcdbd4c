using Certification.Formats.Json;

namespace Certification.Formats.AiVerify;

/// <summary>Which data a test ran on, and what it was compared with.</summary>
internal sealed class AiVerifyData
{
    private const string Arguments = "/testArguments";

    private string? _truth;
    private string? _labels;

    public string? TestData { get; private set; }

    public static bool Wants(string shape) => shape is Arguments or Arguments + "/modelFile" or Arguments + "/testDataset"
        or Arguments + "/groundTruthDataset" or Arguments + "/algorithmArgs" or Arguments + "/algorithmArgs/annotated_labels_path";

    public void Value(string shape, JsonScalar value)
    {
        switch (shape)
        {
            case Arguments + "/testDataset": TestData = value.Text; break;
            case Arguments + "/groundTruthDataset": _truth = value.Text; break;
            case Arguments + "/algorithmArgs/annotated_labels_path": _labels = value.Text; break;
        }
    }

    /// <summary>What one file serves as more than once; null when every part has a file of its own.</summary>
    public string? Reused() => (TestData, _truth, _labels) switch
    {
        ({ } data, var truth, var labels) when data == truth && data == labels => "Test data, ground truth and labels are the same file",
        ({ } data, var truth, _) when data == truth => "Test data and ground truth are the same file",
        ({ } data, _, var labels) when data == labels => "Test data and labels are the same file",
        _ => null,
    };
}
