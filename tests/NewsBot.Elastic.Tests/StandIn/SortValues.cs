using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.Elastic.Tests.StandIn;

/// <summary>The values that a hit is sorted by.</summary>
internal sealed class SortValues : IComparable<SortValues>
{
    private readonly List<(decimal Value, bool IsRising)> values;

    private SortValues(List<(decimal, bool)> values) => this.values = values;

    public static SortValues Of(JsonArray sort, JsonObject source, double score) =>
        new([
            .. Fields(sort)
                .Select(field =>
                    (
                        field.Name == "_score" ? (decimal)score : decimal.Parse($"{source[field.Name]}", CultureInfo.InvariantCulture),
                        field.IsRising
                    )
                ),
        ]);

    public static SortValues After(JsonArray sort, JsonArray values) =>
        new([
            .. Fields(sort)
                .Zip(
                    values,
                    (field, value) =>
                        (decimal.Parse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture), field.IsRising)
                ),
        ]);

    public int CompareTo(SortValues? other) =>
        values
            .Zip(other!.values, (mine, theirs) => mine.Value.CompareTo(theirs.Value) * (mine.IsRising ? 1 : -1))
            .FirstOrDefault(order => order != 0);

    public JsonArray ToJson() => [.. values.Select(value => (JsonNode)value.Value)];

    private static IEnumerable<(string Name, bool IsRising)> Fields(JsonArray sort) =>
        sort.Select(one => one!.AsObject().Single())
            .Select(field =>
                field.Value!.AsObject().Count == 1 && field.Value["order"]?.GetValue<string>() is "asc" or "desc"
                    ? (field.Key, field.Value!["order"]!.GetValue<string>() == "asc")
                    : throw RequestRefusedException.Invalid($"unknown sort by [{field.Key}]")
            );
}
