namespace NewsBot.Teams.Rendering;

/// <summary>Specifies the bot's own fixed sentences, in Markdown.</summary>
internal static class Sentences
{
    public const string WelcomePersonal =
        "Hello, I am NewsBot. I answer questions from the newsroom's own articles, in their own words, and name the source of each sentence.\n\n"
        + "Ask me something, such as *where was Putin?*, or type **help**.";

    public const string WelcomeGroup =
        "Hello, I am NewsBot. I answer questions from the newsroom's own articles, in their own words, and name the source of each sentence.\n\n"
        + "Mention me with a question, such as *where was Putin?*, or with the word **help**.";

    public const string HelpBefore =
        "Ask me a question in your own words. I answer only with sentences from the newsroom's articles, each with its source. If the articles do not answer it, I say so.";

    public const string Commands =
        "- **passages** shows the text around the quotes of my last answer\n"
        + "- **sources** *words* shows the passages that match, such as *sources drone*\n"
        + "- **check:** *text* checks a text against the articles, sentence by sentence\n"
        + "- **digest** shows the newest digest; **digest** *yesterday* or *2026-05-03* shows that day’s\n"
        + "- **digest subscribe** *08:00 Europe/London weekdays* posts it here; also **digest list** and **digest stop** *1*\n"
        + "- **alert** *drone Kremlin* posts new articles with these words here; also **alert list** and **alert stop** *1*\n"
        + "- **follow** *2* posts what is new in story 2 of the last digest; **follow** alone, in the story of my last answer\n"
        + "- **timeline** *topic* shows what was reported, day by day\n"
        + "- **from:** and **outlet:** limit a question or a search, such as *where was Putin? from:2023-05-03*\n"
        + "- **desk** shows which articles this conversation sees\n"
        + "- **help** shows this";

    public const string InChannel = "In group chats and channels, mention me first.";
    public const string NoDigest = "There is no digest yet.";
    public const string OldButton = "This button no longer works. Ask me a question, or type **help**.";
    public const string AnswerGone = "This answer is no longer kept. Ask again to see its passages.";
    public const string NoPassages = "There is no answer yet to show passages for. Ask me a question first.";
    public const string PassageGone = "This article is no longer in the archive.";

    public static string Failure(long turn) =>
        $"Something went wrong on my side, and I could not answer. Please ask again in a moment. If it happens again, give your support this number: T-{turn}.";
}
