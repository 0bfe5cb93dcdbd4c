namespace Certification.Web.Http;

/// <summary>Says in the OpenAPI document that an endpoint reads this header.</summary>
public sealed record RequestHeader(string Name, string Description, bool Required);
