global using EmbeddedStore = NewsBot.Bridges.LiteDb.LiteDbArticleStore;
