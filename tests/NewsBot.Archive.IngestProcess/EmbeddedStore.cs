global using EmbeddedStore = NewsBot.Archive.Store.SqliteArticleStore;
