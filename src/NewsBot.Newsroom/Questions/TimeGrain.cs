namespace NewsBot.Newsroom.Questions;

/// <summary>How exact the time must be that a question asks for.</summary>
internal enum TimeGrain
{
    Any,
    Clock,
    Day,
    Month,
    Year,
}
