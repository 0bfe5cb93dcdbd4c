namespace Certification.Hosting;

/// <summary>What hosting itself writes into the log; each line has an id of its own.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(206, LogLevel.Warning, "{Authority} does not cosign our log and is asked again: {Problem}")]
    internal static partial void WitnessAway(ILogger log, string authority, string problem);

    [LoggerMessage(207, LogLevel.Warning, "The log's checkpoint could not be read or published with its cosignatures and is tried again")]
    internal static partial void WitnessingWaits(ILogger log, Exception cause);

    [LoggerMessage(200, LogLevel.Warning, "A message of {Subject} was not delivered and waits for the next sweep")]
    internal static partial void DeliveryWaits(ILogger log, Exception cause, string subject);

    [LoggerMessage(201, LogLevel.Warning, "The outbox sweep failed and is tried again")]
    internal static partial void SweepFailed(ILogger log, Exception cause);

    [LoggerMessage(202, LogLevel.Warning, "{Path} was not published: {Problem}")]
    internal static partial void NotPublished(ILogger log, string path, string problem);

    [LoggerMessage(203, LogLevel.Information, "From now on the trust list with sequence {Sequence} counts")]
    internal static partial void TrustFollowed(ILogger log, long? sequence);

    [LoggerMessage(204, LogLevel.Error, "The trust list in {Path} is refused ({Code}: {Problem}); the one with sequence {Sequence} stays in use")]
    internal static partial void TrustRefused(ILogger log, string path, string code, string problem, long? sequence);

    [LoggerMessage(205, LogLevel.Warning, "The trust list in {Path} could not be read or published and is tried again")]
    internal static partial void TrustWaits(ILogger log, Exception cause, string path);
}
