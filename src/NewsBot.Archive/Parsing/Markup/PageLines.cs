using System.Text.RegularExpressions;

namespace NewsBot.Archive.Parsing.Markup;

/// <summary>Recognises the lines that web pages put between the paragraphs of an article.</summary>
internal static partial class PageLines
{
    private const int MaxChars = 200;

    /// <summary>
    /// Determines whether a paragraph is a call to read, share, follow or subscribe, the label of an advertisement or the like.
    /// </summary>
    public static bool AreSpare(string paragraph) => paragraph.Length <= MaxChars && Pattern().IsMatch(paragraph.Trim());

    [GeneratedRegex(
        """
            \A(?:
              (?:read|see|learn|find\sout|discover)\s(?:more|also|next|on|the\sfull\s(?:story|article))\b(?:\s?[:…»>→.].*|)
            | (?:read|watch|listen|related|see\salso|more\son\sthis(?:\sstory)?|more\son|also\sread|also\son|don['’]t\smiss|recommended|further\sreading|more\sfrom[^.]{0,60}|top\sstories)\s?:\s?.*
            | (?:related(?:\s(?:articles?|stor(?:y|ies)|content|topics|news|links|internet\slinks|posts))?|more\son\sthis\sstory|read\snext|up\snext|most\s(?:read|popular|viewed)|trending(?:\snow)?|you\smay\salso\slike|recommended(?:\sfor\syou)?|top\sstories|latest\snews|topics|tags|comments|share|follow\sus|advertisement|advert|sponsored(?:\scontent)?|promoted|ad|continue\sreading(?:\s.*)?|skip\s(?:advertisement|ad|past.*)|end\sof\s.{3,40}|(?:story|article)\scontinues\sbelow.*|weiterlesen.*|lire\saussi.*|leer\smás.*|lesen\ssie\sauch.*|leia\s(?:mais|também).*|anzeige|publicidad(?:e)?|publicité|читайте\sтакож.*|читайте\sтакже.*)[:.…]?
            | (?:share|tweet|pin|email|print|copy\slink|save|bookmark)(?:\sthis)?(?:\s(?:article|story|post|page|link|on|via|to|with|by|it)\b.*)?
            | (?:share|tweet|facebook|twitter|whatsapp|linkedin|reddit|email|e-mail|print|copy\slink|messenger|telegram|pinterest|flipboard|x|threads|bluesky|[\s,|·•/])+
            | (?:follow|like|join|find)\s(?:us|our|me|@\S+|[A-Z]\S+(?:\s\S+){0,3})\s(?:on|at|via)\s(?:twitter|facebook|instagram|telegram|whatsapp|x|youtube|linkedin|threads|bluesky|google\snews|our)\b.*
            | (?:sign|click)\s(?:up|here)\s(?:to|for|here)\b.*|subscribe\s(?:to|now|here|today|for)\b.*|get\s(?:the|our)\s(?:latest|best|free|daily|morning|top|news)\b.{0,120}\b(?:newsletter|inbox|app|alerts?|e-?mail)\b.*|download\s(?:the|our)\b.{0,60}\bapp\b.*|register\s(?:now|for\sfree|here).*|this\sarticle\s(?:was\soriginally\s|originally\s|first\s)(?:published|appeared)\b.*
            | (?:the\spost\s.{1,150}\s(?:first\s)?appeared\sfirst\son\s.*|\[(?:…|\.\.\.|&hellip;)\])
            | (?:©|\(c\)\s|copyright\s(?:©|\(c\)|[0-9]{4})).*|all\srights\sreserved\.?
            | (?:photo|image|picture|photograph|foto|bild|video|graphic|illustration)(?:graph)?s?(?:\scredit)?\s?(?::|by\s).{0,150}|image\s(?:source|caption|copyright)\b.*|(?:getty\simages|file\sphoto|media\scaption)\b.{0,100}
            | [0-9,.]+[km]?\s(?:comments?|shares?|views?|likes?|retweets?)|[0-9]+\s?min(?:ute)?s?\sread
            )\z
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Pattern();
}
