using NewsBot.Search.Analysis;
using NewsBot.Search.Names;

namespace NewsBot.Search.Tests.Names;

public sealed class NameSpellingTests
{
    [Theory]
    [InlineData("Chernihiv", "Чернігів")]
    [InlineData("Chernihiv", "Чернігові")]
    [InlineData("Chernihiv", "Чернігова")]
    [InlineData("Chernihiv", "Черниговом")]
    [InlineData("Chernigov", "Чернігові")]
    [InlineData("Kyiv", "Київ")]
    [InlineData("Kyiv", "Києві")]
    [InlineData("Kiev", "Києва")]
    [InlineData("Kiev", "Киеве")]
    [InlineData("Lviv", "Львова")]
    [InlineData("Kharkiv", "Харкові")]
    [InlineData("Odesa", "Одесі")]
    [InlineData("Odessa", "Одессой")]
    [InlineData("Bucha", "Бучі")]
    [InlineData("Zelensky", "Зеленський")]
    [InlineData("Zelenskyy", "Зеленского")]
    [InlineData("Zelenskiy", "Зеленському")]
    [InlineData("Zelenska", "Зеленської")]
    [InlineData("Putin", "Путиным")]
    [InlineData("Tchaikovsky", "Чайковский")]
    [InlineData("Tschaikowski", "Чайковского")]
    [InlineData("Dostoevsky", "Достоевский")]
    [InlineData("Yeltsin", "Ельцина")]
    [InlineData("Jelzin", "Ельцин")]
    [InlineData("Gorbachev", "Горбачёв")]
    [InlineData("Khrushchev", "Хрущёва")]
    [InlineData("Sergei", "Сергей")]
    [InlineData("Serhiy", "Сергій")]
    [InlineData("Maria", "Марії")]
    [InlineData("Tsipras", "Τσίπρας")]
    [InlineData("Tsipras", "Τσίπρα")]
    [InlineData("Mitsotakis", "Μητσοτάκη")]
    [InlineData("Papandreou", "Παπανδρέου")]
    [InlineData("Papadopoulos", "Παπαδόπουλος")]
    [InlineData("Athina", "Αθήνας")]
    [InlineData("Patras", "Πάτρας")]
    [InlineData("Mohammed", "محمد")]
    [InlineData("Muhammad", "محمد")]
    [InlineData("Gaddafi", "القذافي")]
    [InlineData("Qaddafi", "القذافي")]
    [InlineData("Kadhafi", "القذافي")]
    [InlineData("Hussein", "حسين")]
    [InlineData("Assad", "الأسد")]
    [InlineData("Mahmoud", "محمود")]
    [InlineData("Khalid", "خالد")]
    [InlineData("Damascus", "دمشق")]
    [InlineData("Athens", "Αθήνας")]
    [InlineData("Athens", "Афінах")]
    [InlineData("Moscow", "Москве")]
    [InlineData("Egypt", "مصر")]
    public void LatinName_IsThatOfAnotherScript_InBothDirections(string latin, string other) => AssertOne(latin, other, true);

    [Theory]
    [InlineData("Mohammed", "Muhammad")]
    [InlineData("Mohammed", "Muhammed")]
    [InlineData("Mohamed", "Mohammad")]
    [InlineData("Mohamed", "Muhammad")]
    [InlineData("Gaddafi", "Qaddafi")]
    [InlineData("Gaddafi", "Kadhafi")]
    [InlineData("Qadhafi", "Kadhafi")]
    [InlineData("Zelensky", "Zelenskyy")]
    [InlineData("Zelenskiy", "Zelenskyj")]
    [InlineData("Tchaikovsky", "Chaikovsky")]
    [InlineData("Tchaikovsky", "Tschaikowsky")]
    [InlineData("Hussein", "Hussain")]
    [InlineData("Kiev", "Kyiv")]
    [InlineData("Bombay", "Mumbai")]
    [InlineData("Peking", "Beijing")]
    [InlineData("Burma", "Myanmar")]
    [InlineData("Rachmaninoff", "Rachmaninov")]
    public void LatinSpellings_OfOneName_AreOne(string name, string other) => AssertOne(name, other, true);

    [Theory]
    [InlineData("Зеленский", "Зеленському")]
    [InlineData("Чернігів", "Чернігова")]
    [InlineData("Владимир", "Владимиром")]
    public void InflectedForms_OfOneName_AreOne(string name, string other) => AssertOne(name, other, true);

    [Theory]
    [InlineData("Iran", "Iraq")]
    [InlineData("Mali", "Malawi")]
    [InlineData("Austria", "Australia")]
    [InlineData("Niger", "Nigeria")]
    [InlineData("Slovakia", "Slovenia")]
    [InlineData("Gambia", "Zambia")]
    [InlineData("Guinea", "Guyana")]
    [InlineData("Barton", "Burton")]
    [InlineData("Mario", "Maria")]
    [InlineData("Hassan", "Hessen")]
    [InlineData("Barry", "Berry")]
    [InlineData("Mahmoud", "Mohammed")]
    [InlineData("Milan", "Mullen")]
    [InlineData("Taiwan", "China")]
    [InlineData("Cameron", "Cameroon")]
    [InlineData("Sidney", "Sydney")]
    [InlineData("Granada", "Grenada")]
    [InlineData("Farrell", "Pharrell")]
    [InlineData("Merkel", "Markell")]
    [InlineData("Juan", "Joan")]
    [InlineData("Holly", "Holy")]
    [InlineData("Salisbury", "Harare")]
    [InlineData("Abraham", "Ibrahim")]
    [InlineData("Ivan", "Іванов")]
    [InlineData("Mario", "Марія")]
    [InlineData("Iran", "Ирак")]
    [InlineData("Iraq", "ایران")]
    [InlineData("Austria", "Австралія")]
    [InlineData("Rome", "Рима")]
    [InlineData("Mali", "Малави")]
    [InlineData("Ali", "علوي")]
    [InlineData("Kherson", "Харків")]
    [InlineData("Lviv", "Любові")]
    public void DifferentNames_StayApart(string name, string other) => AssertOne(name, other, false);

    [Fact]
    public void Write_OfOtherScripts_GivesTheUsualLatinForm()
    {
        Assert.Equal("Chernihiv, Kharkiv 2022", Romanization.Write("Чернігів, Харків 2022"));
        Assert.Equal("Papandreou", Romanization.Write("Παπανδρέου"));
    }

    private static void AssertOne(string name, string other, bool expected)
    {
        var (one, two) = (TermFolding.Fold(name), TermFolding.Fold(other));

        Assert.Equal(expected, NameSpelling.AreOne(one, two));
        Assert.Equal(expected, NameSpelling.AreOne(two, one));
    }
}
