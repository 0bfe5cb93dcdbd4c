using Certification.Domain.Evidence;

namespace Certification.Formats;

/// <summary>Ends the reading of a file early. It never leaves this assembly: the readers turn it into a fault.</summary>
internal sealed class UnreadableException(ReadingFault fault) : Exception(fault.Message)
{
    public ReadingFault Fault { get; } = fault;
}
