namespace NewsBot.Newsroom.Alerts;

/// <summary>Checks the words of alerts that are set up elsewhere than in a conversation. Stateless and thread-safe.</summary>
public static class AlertWords
{
    /// <summary>Returns what is wrong with words such as <c>drone "Red Square" outlet:Reuters</c>, a sentence; null: nothing.</summary>
    public static string? Problem(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (form, _, schedule, problem) = AlertReader.Read(words);
        if (schedule is null)
            return problem;
        // A question is answered once, and then its alert is over.
        return form == AlertForm.Words ? null : "It waits for an answer; only words, phrases, outlets and sections can be used here.";
    }
}
