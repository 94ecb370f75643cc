using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Composing.Scoring;

namespace NewsBot.Benchmarks.Training;

/// <summary>Writes a model so that a person can read its difference from the last one: a tree a line.</summary>
internal static class ModelFile
{
    public static void Write(string path, BoostedTrees model)
    {
        var text = new StringBuilder("{\n\"features\": [").AppendJoin(", ", model.Features.Select(name => $"\"{name}\"")).Append("],\n");
        text.Append(CultureInfo.InvariantCulture, $"\"bias\": {model.Bias},\n\"trees\": [\n");
        text.AppendJoin(",\n", model.Trees.Select(tree => Line(tree, model.Features))).Append("\n]\n}\n");
        File.WriteAllText(path, text.ToString());
    }

    // A tree may ask twice about a feature: the level in its key keeps the keys apart.
    private static string Line(ObliviousTree tree, IReadOnlyList<string> names)
    {
        var conditions = tree.Features.Select(
            (feature, level) => string.Create(CultureInfo.InvariantCulture, $"\"{names[feature]} {level}\": {tree.Thresholds[level]}")
        );
        return $"{{\"above\": {{{string.Join(", ", conditions)}}}, \"values\": [{string.Join(", ", tree.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]}}";
    }
}
