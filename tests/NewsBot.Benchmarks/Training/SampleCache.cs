using NewsBot.Newsroom.Evaluation;

namespace NewsBot.Benchmarks.Training;

/// <summary>Keeps samples between runs, so that a model can be fitted again without reading the articles.</summary>
internal static class SampleCache
{
    public static void Write(string path, IReadOnlyList<QuestionSamples> samples)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(samples.Count);
        foreach (var sample in samples)
        {
            writer.Write(sample.Source.Question.Id);
            writer.Write(sample.Source.Question.Question);
            writer.Write(sample.Source.Question.Answerable);
            writer.Write(sample.Source.Fold);
            writer.Write(sample.Source.Weight);
            writer.Write(sample.Candidates.Count);
            foreach (var candidate in sample.Candidates)
            {
                writer.Write(candidate.IsRight);
                writer.Write(candidate.HoldsAnswer);
                writer.Write(candidate.IsShownRight);
                Write(writer, candidate.Features);
                Write(writer, candidate.Doubts);
            }
        }
    }

    public static IReadOnlyList<QuestionSamples> Read(string path)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 20));
        var samples = new QuestionSamples[reader.ReadInt32()];
        for (var i = 0; i < samples.Length; i++)
        {
            var question = new EvaluationQuestion
            {
                Id = reader.ReadString(),
                Question = reader.ReadString(),
                Answerable = reader.ReadBoolean(),
            };
            var source = new TrainingQuestion(question, reader.ReadInt32(), reader.ReadDouble());
            var candidates = new CandidateSample[reader.ReadInt32()];
            for (var c = 0; c < candidates.Length; c++)
            {
                var (isRight, holdsAnswer, isShownRight) = (reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadBoolean());
                candidates[c] = new CandidateSample(ReadFeatures(reader), ReadFeatures(reader), isRight, holdsAnswer, isShownRight);
            }

            samples[i] = new QuestionSamples(source, candidates);
        }

        return samples;
    }

    private static void Write(BinaryWriter writer, double[] features)
    {
        writer.Write(features.Length);
        foreach (var feature in features)
            writer.Write(feature);
    }

    private static double[] ReadFeatures(BinaryReader reader)
    {
        var features = new double[reader.ReadInt32()];
        for (var f = 0; f < features.Length; f++)
            features[f] = reader.ReadDouble();
        return features;
    }
}
