namespace NewsBot.Archive.Parsing.Dates;

/// <summary>Provides the names of the months, in full and abbreviated, as news exports write them.</summary>
internal static class MonthNames
{
    // A row for each month. They are listed here because the host runs without the platform's cultures.
    private static readonly string[] Rows =
    [
        "jan january januar jän jänner janvier janv enero ene janeiro gennaio gen januari styczeń stycznia января янв січня січ",
        "feb february februar februari février févr fév febrero fevereiro fev febbraio luty lutego февраля фев лютого лют",
        "mar march märz mär mrz mars marzo março maart mrt marca marzec марта мар березня бер",
        "apr april avril avr abril abr aprile kwietnia kwiecień апреля апр квітня кві",
        "may mai mayo maio maggio mag mei maj maja мая май травня тра",
        "jun june juni juin junio junho giugno giu czerwca czerwiec июня июн червня чер",
        "jul july juli juillet juil julio julho luglio lug lipca lipiec июля июл липня лип",
        "aug august août aoû agosto ago augustus augusti sierpnia sierpień августа авг серпня сер",
        "sep sept september septembre septiembre setembro set settembre września wrzesień сентября сен сент вересня вер",
        "oct october okt oktober octobre octubre outubro out ottobre ott października październik октября окт жовтня жов",
        "nov november novembre noviembre novembro listopada listopad ноября ноя листопада лис",
        "dec december dez dezember décembre déc diciembre dic dezembro dicembre desember des grudnia grudzień декабря дек грудня гру",
    ];

    private static readonly Dictionary<string, int> Numbers = Rows.SelectMany(
            (row, month) => row.Split(' ').Select(name => (name, month + 1))
        )
        .ToDictionary(entry => entry.name, entry => entry.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the number of the month, from 1; null where the word is not the name of a month.</summary>
    public static int? Find(string name) => Numbers.TryGetValue(name.TrimEnd('.'), out var month) ? month : null;
}
