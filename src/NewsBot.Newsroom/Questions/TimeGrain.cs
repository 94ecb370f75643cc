namespace NewsBot.Newsroom.Questions;

/// <summary>Specifies how exact the time that a question asks for must be.</summary>
internal enum TimeGrain
{
    Any,
    Clock,
    Day,
    Month,
    Year,
}
