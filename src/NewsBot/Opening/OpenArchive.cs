using NewsBot.Archive;
using NewsBot.Archive.Embedding;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.Elastic;
using NewsBot.Postgres;
using NewsBot.Search.Index;
using NewsBot.Search.Vectors;
using NewsBot.Settings;

namespace NewsBot.Opening;

/// <summary>Represents the archive of a data directory, open until it is disposed of.</summary>
internal sealed class OpenArchive : IAsyncDisposable
{
    /// <summary>Specifies the name of the file of articles in the data directory.</summary>
    public const string FileName = "newsbot.litedb";

    private readonly IDisposable? index,
        vectors;

    private OpenArchive(
        ArticleArchive articles,
        IArticleStore store,
        IDisposable? index,
        (PassageEmbeddings? Embeddings, IDisposable? Vectors) meaning
    )
    {
        Articles = articles;
        Store = store;
        this.index = index;
        (Embeddings, vectors) = meaning;
    }

    /// <summary>Gets the articles.</summary>
    public ArticleArchive Articles { get; }

    /// <summary>Gets the store under the articles, which is closed with them.</summary>
    public IArticleStore Store { get; }

    /// <summary>Gets the search by meaning; null where no model is set for it.</summary>
    public PassageEmbeddings? Embeddings { get; }

    /// <summary>Opens the archive for questions: one that was never written to is first filled with the seeds.</summary>
    /// <param name="settings">Give the places of the archive and the seeds.</param>
    /// <param name="notes">Receives a note when the seeds are ingested, an earlier archive is taken over or the search index is
    /// rebuilt.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StoreException">The store cannot be opened or written; the message says what to do.</exception>
    public static async Task<OpenArchive> OpenAsync(NewsBotSettings settings, TextWriter notes, CancellationToken cancellationToken)
    {
        var archive = await OpenAsItIsAsync(settings, notes, cancellationToken);
        try
        {
            if (await archive.Articles.IsUntouchedAsync(cancellationToken))
                await archive.FillAsync(settings, notes, cancellationToken);
            return archive;
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the archive as it is.</summary>
    /// <exception cref="StoreException">The store cannot be opened; the message says what to do.</exception>
    public static async Task<OpenArchive> OpenAsItIsAsync(NewsBotSettings settings, TextWriter notes, CancellationToken cancellationToken)
    {
        var store = await OpenStoreAsync(settings, notes, cancellationToken);
        IPassageIndex? index = null;
        try
        {
            index = OpenIndex(settings, notes);
            var articles = await ArticleArchive.OpenAsync(store, index, notes.WriteLine, cancellationToken);
            return new OpenArchive(articles, store, index as IDisposable, OpenVectors(settings, articles, notes));
        }
        catch
        {
            (index as IDisposable)?.Dispose();
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens only the store: writing needs no index, and filling one takes long after many changes.</summary>
    /// <exception cref="StoreException">The store cannot be opened; the message says what to do.</exception>
    public static async Task<IArticleStore> OpenStoreAsync(NewsBotSettings settings, TextWriter notes, CancellationToken cancellationToken)
    {
        if (settings.Store.ConnectionString is { } connectionString)
            return await PostgresArticleStore.OpenAsync(connectionString, new PostgresStoreOptions(), cancellationToken);
        var file = Path.Combine(settings.DataDirectory, FileName);
        await Takeover.RunAsync(file, notes, cancellationToken);
        return await LiteDbArticleStore.OpenAsync(file, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Articles.DisposeAsync();
        vectors?.Dispose();
        index?.Dispose();
    }

    private static (PassageEmbeddings? Embeddings, IDisposable? Vectors) OpenVectors(
        NewsBotSettings settings,
        ArticleArchive articles,
        TextWriter notes
    )
    {
        if (settings.Model.ToEmbedder() is not { } embedder)
            return default;
        var folder = Path.Combine(settings.DataDirectory, "vectors");
        try
        {
            var vectors = PassageVectors.Open(folder, embedder.Model);
            if (vectors.Damage is { } damage)
                notes.WriteLine($"The passage vectors are missing and will be computed again: {damage}.");
            return (articles.EmbedWith(embedder, vectors), vectors);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            notes.WriteLine($"The passage vectors cannot be stored in {folder}, so passages are found by words alone: {failure.Message}");
            return default;
        }
    }

    private static ElasticPassageIndex OpenElastic(ElasticOptions options, TextWriter notes)
    {
        notes.WriteLine($"The search index is {options.Index} on Elasticsearch, which is experimental.");
        try
        {
            return ElasticPassageIndex.Open(options);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, failure.Message, failure);
        }
    }

    // Answers do not need a stored index, only patience at the start. An archive on an engine may be too large for that.
    private static IPassageIndex OpenIndex(NewsBotSettings settings, TextWriter notes)
    {
        if (settings.Search.Elastic is { } options)
            return OpenElastic(options, notes);
        var folder = Path.Combine(settings.DataDirectory, "index");
        try
        {
            var index = StoredPassageIndex.Open(folder);
            if (index.Damage is { } damage)
                notes.WriteLine($"The search index is rebuilt from the stored articles: {damage}.");
            return index;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            notes.WriteLine($"The search index cannot be stored in {folder}, so every start rebuilds it: {failure.Message}");
            return new InMemoryPassageIndex();
        }
    }

    private async Task FillAsync(NewsBotSettings settings, TextWriter notes, CancellationToken cancellationToken)
    {
        var place = settings.Store.Provider == StoreProvider.Postgres ? "PostgreSQL" : settings.DataDirectory;
        if (!Directory.Exists(settings.SeedsDirectory))
        {
            await notes.WriteLineAsync($"The archive in {place} is empty. Fill it with: newsbot ingest PATH");
            return;
        }

        var report = await Articles.IngestAsync([settings.SeedsDirectory], null, cancellationToken);
        await notes.WriteLineAsync($"New archive in {place}; articles ingested from {settings.SeedsDirectory}: {report.Added}");
        foreach (var rejection in report.Rejections)
            await notes.WriteLineAsync($"Not ingested: {rejection}");
        if (report.StoreFailure is { } failure)
            throw new StoreException(StoreFailure.Unavailable, failure);
    }
}
