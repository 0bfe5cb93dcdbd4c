using System.Globalization;
using Certification.Domain;
using Certification.Storage.Outbox;

namespace Certification.Storage.Lists;

/// <summary>One row of a list as it should be from now on. A row belongs to one subject, which alone sends changes to it:
/// the subject's message numbers say which change is the later one.</summary>
/// <param name="Index">The list, such as <c>directory</c> or <c>queue</c>.</param>
/// <param name="Partition">The part of the list that is read together, such as a role, an organisation, or <c>all</c>.</param>
/// <param name="Key">Names the row and gives its place: lists are read in key order. For newest first, use
/// <see cref="NewestFirst"/>.</param>
/// <param name="RowJson">What the list shows; null removes the row.</param>
public sealed record IndexChange(string Index, string Partition, string Key, string? RowJson)
{
    /// <summary>The outbox kind that <see cref="Indexes"/> handle.</summary>
    public const string OutboxKind = "index";

    /// <summary>A message that puts a row.</summary>
    public static OutboxMessage Put<TRow>(string index, string partition, string key, TRow row) =>
        Message(new IndexChange(index, partition, key, System.Text.Encoding.UTF8.GetString(DomainJson.Bytes(row))));

    /// <summary>A message that removes a row; one that is not there is no error.</summary>
    public static OutboxMessage Remove(string index, string partition, string key) =>
        Message(new IndexChange(index, partition, key, null));

    /// <summary>A key by which later rows come first. The time of a row must not change while the row lives.</summary>
    /// <param name="id">Tells rows of one instant apart, such as the subject's id.</param>
    public static string NewestFirst(DateTimeOffset at, string id) => string.Create(
        CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}-{id}");

    private static OutboxMessage Message(IndexChange change) =>
        OutboxMessage.Of(OutboxKind, change, $"{change.Index}/{change.Partition}/{change.Key}");
}
