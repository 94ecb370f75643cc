using Elastic.Clients.Elasticsearch.Analysis;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Clients.Elasticsearch.Mapping;
using NewsBot.Search.Analysis;
using NewsBot.Search.Index;

namespace NewsBot.Elastic;

/// <summary>Provides the settings and mappings of the two indices. Fields that are not listed are refused by the engine.</summary>
internal static class EngineSchema
{
    private const string Terms = "terms";
    private const string Gaps = "gaps";
    private const string BodyWeights = "body";
    private const string HeadlineWeights = "headline";

    /// <summary>Returns the index of passages.</summary>
    /// <remarks>
    /// The engine splits at spaces what NewsBot has analysed. A stop filter takes out the marks for stop words but keeps their place, so
    /// that a phrase matches as it does in the local index, and lengths count terms alone. The weights are those of the local index,
    /// except that the engine adds the scores of the two fields where BM25F adds their frequencies.
    /// </remarks>
    public static CreateIndexRequest Passages(ElasticOptions options)
    {
        var weights = new Bm25Weights();
        return new CreateIndexRequest(options.Index)
        {
            Settings = new IndexSettings
            {
                NumberOfShards = options.Shards,
                NumberOfReplicas = options.Replicas,
                Analysis = new IndexSettingsAnalysis
                {
                    Tokenizers = new Tokenizers
                    {
                        [Terms] = new WhitespaceTokenizer { MaxTokenLength = TextAnalyzer.MaxWordLength * TermFolding.MaxExpansion },
                    },
                    TokenFilters = new TokenFilters { [Gaps] = new StopTokenFilter { Stopwords = new[] { PassageRecord.Gap.ToString() } } },
                    Analyzers = new Analyzers
                    {
                        [Terms] = new CustomAnalyzer { Tokenizer = Terms, Filter = [Gaps] },
                    },
                },
                Similarity = new SettingsSimilarities
                {
                    [BodyWeights] = Bm25(weights.Saturation, weights.BodyLengthNorm),
                    [HeadlineWeights] = Bm25(weights.Saturation, weights.HeadlineLengthNorm),
                },
            },
            Mappings = new TypeMapping
            {
                Dynamic = DynamicMapping.Strict,
                Properties = new Properties
                {
                    ["document"] = new LongNumberProperty(),
                    ["passage"] = new IntegerNumberProperty(),
                    ["passages"] = new IntegerNumberProperty(),
                    ["write"] = new LongNumberProperty(),
                    ["copy"] = new KeywordProperty { DocValues = false },
                    ["owner"] = new LongNumberProperty(),
                    ["source"] = new WildcardProperty(),
                    ["rights"] = new ByteNumberProperty(),
                    ["published"] = new DateProperty { Format = "strict_date" },
                    ["headline"] = new TextProperty { Analyzer = Terms, Similarity = HeadlineWeights },
                    ["body"] = new TextProperty { Analyzer = Terms, Similarity = BodyWeights },
                },
            },
        };
    }

    /// <summary>Returns the index of the one document on what is committed.</summary>
    public static CreateIndexRequest State(ElasticOptions options) =>
        new(StateIndex(options))
        {
            Settings = new IndexSettings { NumberOfShards = 1, NumberOfReplicas = options.Replicas },
            Mappings = new TypeMapping
            {
                Dynamic = DynamicMapping.Strict,
                Properties = new Properties
                {
                    ["session"] = Kept(),
                    ["writer"] = Kept(),
                    ["change"] = Kept(),
                    ["history"] = new KeywordProperty { Index = false, DocValues = false },
                    ["first"] = Kept(),
                    ["last"] = Kept(),
                    ["gone"] = new KeywordProperty { Index = false, DocValues = false },
                    ["goneDocuments"] = Kept(),
                    ["goneUpTo"] = Kept(),
                },
            },
        };

    /// <summary>Returns the name of the index of <see cref="State"/>.</summary>
    public static string StateIndex(ElasticOptions options) => options.Index + "-state";

    private static SettingsSimilarityBm25 Bm25(double saturation, double lengthNorm) => new() { K1 = saturation, B = lengthNorm };

    private static LongNumberProperty Kept() => new() { Index = false, DocValues = false };
}
