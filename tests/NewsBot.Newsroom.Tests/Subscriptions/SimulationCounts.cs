using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>What a simulation came to.</summary>
internal sealed record SimulationCounts
{
    public int Crashes { get; init; }

    public int ClockJumps { get; init; }

    /// <summary>Posts that the calendar asks for.</summary>
    public int Due { get; set; }

    /// <summary>Due, and neither posted nor told to be missing.</summary>
    public int WithoutRecord { get; set; }

    /// <summary>Told to be posted, and no reader saw it.</summary>
    public int NeverArrived { get; set; }

    /// <summary>Seen twice, and not told to be posted again.</summary>
    public int TwiceUncounted { get; set; }

    /// <summary>Seen twice after an unknown fate, and told so.</summary>
    public int TwiceCounted { get; set; }

    /// <summary>Seen three times or more.</summary>
    public int MoreThanTwice { get; set; }

    /// <summary>Posted again after an unknown fate, whether or not the first one had arrived.</summary>
    public int Reposts { get; set; }

    public int Late { get; set; }

    /// <summary>Told to be missed or failed, though the outages were short enough.</summary>
    public int GivenUp { get; set; }

    /// <summary>Told to be of unknown fate, twice.</summary>
    public int Unknown { get; set; }

    /// <summary>Posts on days that nobody asked for.</summary>
    public int NotDue { get; set; }

    public void Add(DeliveryNote note, int arrived)
    {
        var isPosted = note.Outcome is DeliveryOutcome.Posted or DeliveryOutcome.PostedLate;
        if (isPosted && arrived == 0)
            NeverArrived++;
        if (arrived == 2 && !note.IsRepost)
            TwiceUncounted++;
        if (arrived == 2 && note.IsRepost)
            TwiceCounted++;
        if (arrived > 2)
            MoreThanTwice++;
        if (note.IsRepost)
            Reposts++;
        if (note.Outcome == DeliveryOutcome.PostedLate)
            Late++;
        if (note.Outcome is DeliveryOutcome.Missed or DeliveryOutcome.Failed)
            GivenUp++;
        if (note.Outcome == DeliveryOutcome.Unknown)
            Unknown++;
    }
}
