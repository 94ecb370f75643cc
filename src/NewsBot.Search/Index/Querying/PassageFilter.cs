using System.Text;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Querying;

/// <summary>Admits the passages of a view that the query may see and that have what it requires.</summary>
internal readonly ref struct PassageFilter
{
    private readonly PlannedSearch search;
    private readonly BestCandidates best;
    private readonly int view;
    private readonly SegmentView data;
    private readonly ReadOnlySpan<int> documents;
    private readonly ReadOnlySpan<int> firstPassages;
    private readonly ReadOnlySpan<int> publishedDays;
    private readonly ReadOnlySpan<byte> rights;
    private readonly ReadOnlySpan<long> keys;
    private readonly ReadOnlySpan<long> owners;
    private readonly NumberedPhrase[] required;
    private readonly NumberedPhrase[] excluded;
    private readonly int lastDay;
    private readonly int firstDatedDay;
    private readonly int lastDatedDay;

    /// <summary>Creates a filter for one view.</summary>
    public PassageFilter(PlannedSearch search, int view, BestCandidates best)
    {
        (this.search, this.view, this.best) = (search, view, best);
        data = search.Views[view];
        var segment = data.Segment;
        documents = segment.PassageDocuments;
        firstPassages = segment.FirstPassages;
        publishedDays = segment.PublishedDays;
        rights = segment.Rights;
        keys = segment.Keys;
        owners = segment.Owners;
        required = NumberedPhrase.Of(search.Read.Required, segment);
        excluded = NumberedPhrase.Of(search.Read.Excluded, segment);
        lastDay = search.Query.AsOf?.DayNumber ?? int.MaxValue;
        firstDatedDay = Math.Max(search.Read.After?.DayNumber + 1 ?? int.MinValue, search.Query.From?.DayNumber ?? int.MinValue);
        lastDatedDay = Math.Min(search.Read.Before?.DayNumber - 1 ?? int.MaxValue, search.Query.To?.DayNumber ?? int.MaxValue);
    }

    /// <summary>Makes a passage a candidate if it passes.</summary>
    public void Offer(int passage, int score)
    {
        var document = documents[passage];
        if (data.IsLive(document) && IsVisible(document) && HasSource(document) && Has(passage, document))
            best.Add(new Candidate(score, keys[document], passage - firstPassages[document], view, passage));
    }

    private bool IsVisible(int document)
    {
        var day = publishedDays[document];
        return day <= lastDay
            && day >= firstDatedDay
            && day <= lastDatedDay
            && (day != Segment.NoDay || lastDatedDay == int.MaxValue)
            && (search.Query.VisibleRights & (1UL << rights[document])) != 0
            && search.Query.Owners?.Contains(owners[document]) != false;
    }

    private bool HasSource(int document)
    {
        if (search.Read.Sources.Count == 0)
            return true;
        var source = Encoding.UTF8.GetString(data.Segment.SourceBytes(document));
        foreach (var part in search.Read.Sources)
        {
            if (!source.Contains(part, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private bool Has(int passage, int document)
    {
        foreach (var phrase in required)
        {
            if (!phrase.IsIn(data.Segment.BodyTokens(passage)) && !phrase.IsIn(data.Segment.HeadlineTokens(document)))
                return false;
        }

        foreach (var phrase in excluded)
        {
            if (phrase.IsIn(data.Segment.BodyTokens(passage)) || phrase.IsIn(data.Segment.HeadlineTokens(document)))
                return false;
        }

        return true;
    }
}
