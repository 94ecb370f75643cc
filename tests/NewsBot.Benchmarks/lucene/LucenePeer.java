import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/**
 * The peer of the search benchmark: Lucene with its usual settings for English, over the same passages and questions.
 * Arguments: file of passages (day, headline, body, parted by tabs), file of questions (last day to be seen, text), directory for the index, rounds.
 * Prints one JSON object.
 */
public final class LucenePeer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static double cpuMilliseconds;

    public static void main(String[] arguments) throws Exception {
        Analyzer analyzer = new EnglishAnalyzer();
        long start = System.nanoTime();
        try (MMapDirectory directory = new MMapDirectory(Path.of(arguments[2]))) {
            build(directory, analyzer, Path.of(arguments[0]));
            double buildSeconds = (System.nanoTime() - start) / 1e9;
            double buildCpuSeconds = THREADS.getCurrentThreadCpuTime() / 1e9;
            long bytes = 0;
            for (String file : directory.listAll()) bytes += directory.fileLength(file);
            List<String> questions = Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new BM25Similarity());
                StringBuilder hits = new StringBuilder();
                for (String question : questions) {
                    String[] parts = question.split("\t", 2);
                    Query terms = query(analyzer, parts[1]);
                    Query seen = new BooleanQuery.Builder().add(terms, BooleanClause.Occur.MUST)
                        .add(IntPoint.newRangeQuery("day", Integer.MIN_VALUE, Integer.parseInt(parts[0])), BooleanClause.Occur.FILTER).build();
                    hits.append(hits.length() == 0 ? "[" : ",[");
                    ScoreDoc[] found = search(searcher, seen);
                    for (int i = 0; i < found.length; i++) hits.append(i == 0 ? "" : ",").append(found[i].doc);
                    hits.append(']');
                }
                double[] times = measure(searcher, analyzer, questions, Integer.parseInt(arguments[3]));
                System.out.println("{\"buildSeconds\":" + buildSeconds + ",\"buildCpuSeconds\":" + buildCpuSeconds + ",\"cpuMilliseconds\":" + cpuMilliseconds + ",\"bytes\":" + bytes + ",\"p50\":" + at(times, .5) + ",\"p95\":" + at(times, .95)
                    + ",\"p99\":" + at(times, .99) + ",\"hits\":[" + hits + "]}");
            }
        }
    }

    private static void build(MMapDirectory directory, Analyzer analyzer, Path passages) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity()).setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(directory, config); BufferedReader lines = Files.newBufferedReader(passages, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", 3);
                Document document = new Document();
                document.add(new TextField("text", parts[1] + "\n" + parts[2], Field.Store.NO));
                document.add(new IntPoint("day", Integer.parseInt(parts[0])));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    // The first half of the rounds warms the compiler up and is not counted.
    private static double[] measure(IndexSearcher searcher, Analyzer analyzer, List<String> questions, int rounds) throws Exception {
        double[] times = new double[questions.size() * rounds];
        int count = 0;
        for (int round = -rounds; round < rounds; round++) {
            if (round == 0) cpuMilliseconds = THREADS.getCurrentThreadCpuTime() / 1e6;
            for (String question : questions) {
                long start = System.nanoTime();
                search(searcher, query(analyzer, question.substring(question.indexOf('\t') + 1)));
                if (round >= 0) times[count++] = (System.nanoTime() - start) / 1e6;
            }
        }
        cpuMilliseconds = (THREADS.getCurrentThreadCpuTime() / 1e6 - cpuMilliseconds) / times.length;
        Arrays.sort(times);
        return times;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static ScoreDoc[] search(IndexSearcher searcher, Query query) throws Exception {
        TopScoreDocCollector collector = TopScoreDocCollector.create(10, 1000);
        searcher.search(query, collector);
        return collector.topDocs().scoreDocs;
    }

    private static Query query(Analyzer analyzer, String text) throws Exception {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) query.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.SHOULD);
            tokens.end();
        }
        return query.build();
    }
}
