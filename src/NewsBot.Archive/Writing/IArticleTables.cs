using NewsBot.Archive.Store;

namespace NewsBot.Archive.Writing;

/// <summary>
/// Reads and writes the tables of an archive within one transaction, which nobody else writes to at the same time. Every database has
/// them; what is decided about articles is decided above them, once for all databases. For one thread; failures are the database's.
/// </summary>
internal interface IArticleTables
{
    /// <summary>Returns an article without its text; null: there is none with this id.</summary>
    ArticleRow? Find(long id);

    /// <summary>Returns an article without its text; null: there is none with this source.</summary>
    ArticleRow? Find(string source);

    /// <summary>Returns the text of an article that is there.</summary>
    string TextOf(long id);

    /// <summary>Returns those of the sources that exist, in one query that reads no texts.</summary>
    Dictionary<string, KnownArticle> Known(IEnumerable<string> sources);

    /// <summary>Adds articles with their texts.</summary>
    void Insert(IReadOnlyList<ArticleRow> rows);

    /// <summary>Replaces an article with all its fields and its text.</summary>
    void Replace(ArticleRow row);

    /// <summary>Writes the standing, the stage and the changes of an article, and leaves the article and its folder as they are.</summary>
    void Move(ArticleRow row);

    /// <summary>Writes the folder that an article belongs to.</summary>
    void SetFolder(long id, string? folder);

    /// <summary>Removes an article, and records its removal with the number of the change.</summary>
    void Delete(long id, long change);

    /// <summary>Returns the articles, without texts, whose turn is due at this time, in milliseconds of Unix time.</summary>
    IReadOnlyList<ArticleRow> Due(long time);

    /// <summary>Returns the first turn after this time, both in milliseconds of Unix time; null: none.</summary>
    long? NextTurn(long time);

    /// <summary>Returns those of the names that are known, by hash, in one query.</summary>
    Dictionary<long, SharedName> Names(IReadOnlyCollection<long> hashes);

    /// <summary>Adds new names, and replaces known ones; one that is unused is deleted.</summary>
    void WriteNames(IReadOnlyList<SharedName> added, IReadOnlyList<SharedName> changed);

    /// <summary>Determines whether staff ever ruled.</summary>
    bool HasRulings();

    /// <summary>Returns the rulings of staff on these sources, oldest first.</summary>
    IReadOnlyList<Ruling> Rulings(IReadOnlySet<string> sources);

    /// <summary>Adds a ruling of staff.</summary>
    void Keep(Ruling ruling);
}
