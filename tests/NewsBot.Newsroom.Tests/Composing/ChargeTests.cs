using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Tests.Composing;

public sealed class ChargeTests
{
    [Theory]
    [InlineData("Police accused Tom Hale of burning down the old mill.", "Hale denied burning down the mill.", true)]
    [InlineData("Police accused Tom Hale of burning down the old mill.", "Hale denied that he was ever in Milford.", false)]
    [InlineData("Police accused Tom Hale of burning down the old mill.", "Ann Cole denied burning down the mill.", false)]
    [InlineData("Russia has accused Ukraine of a drone attack.", "Ukraine rejected Russia’s claims.", true)]
    [InlineData("RUSSIAN authorities have accused Ukraine of a drone attack.", "After Russia’s claims, Kyiv refuted allegations.", true)]
    [InlineData("Russia has accused Ukraine of a drone attack.", "Ukraine rejected Poland’s claims.", false)]
    [InlineData("Police asked Tom Hale about the old mill.", "Hale denied burning down the mill.", false)]
    public void Denial_IsOfTheCharge_ByTheAccused(string claim, string denial, bool isDenied) =>
        Assert.Equal(isDenied, Charge.In(AnnotatedText.Read(claim))?.IsDeniedBy(AnnotatedText.Read(denial)) == true);

    [Fact]
    public void Sentence_ThatDenies_HasNoCharge() =>
        Assert.Null(Charge.In(AnnotatedText.Read("Tom Hale denied the charge and accused Ann Cole of lying.")));
}
