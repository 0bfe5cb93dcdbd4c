namespace Certification.Functions.Durable;

/// <summary>Function names of the activities by which orchestrations reach inbox and payloads. They are in histories: never
/// reuse one.</summary>
internal static class EngineActivities
{
    public const string LookIntoInbox = "engine-look-into-inbox";
    public const string CloseInbox = "engine-close-inbox";
    public const string AdmitChild = "engine-admit-child";
    public const string ReadPayload = "engine-read-payload";
    public const string KeepPayload = "engine-keep-payload";
}
