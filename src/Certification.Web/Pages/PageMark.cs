namespace Certification.Web.Pages;

/// <summary>Marks an endpoint that answers people with HTML, not programs with JSON.</summary>
public sealed class PageMark;
