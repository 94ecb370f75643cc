using NewsBot.Archive.Splitting;

namespace NewsBot.Archive.Tests.Splitting;

public sealed class SentenceSplitterTests
{
    // A bar marks each border that is expected; the space around it belongs to the text.
    [Theory]
    [InlineData("It's not thought Mr Putin was in the building. | He was in Sochi.")]
    [InlineData("It's not thought Mr. Putin was in the building. | Mrs. May agreed.")]
    [InlineData("The U.S. President spoke. | The U.S. Senate voted.")]
    [InlineData("He lives in the U.S. | He said so.")]
    [InlineData("Drugs come into the U.S. | The president has insisted on it.")]
    [InlineData("They heard bangs at 2.30am local time (12.30am BST). | It was not possible to verify it.")]
    [InlineData("It cost $3.5m. | $4m was too much.")]
    [InlineData("Police Master Sgt. Gary Knight met Lt. Gen. Michael Flynn and Lt.Col. Smith.")]
    [InlineData("He went to No. 10 Downing Street. | No. | He did not.")]
    [InlineData("The gates open at 5 a.m. ET. | They close at 7 p.m. Monday. | It is 8 p.m. Moscow time.")]
    [InlineData("The curfew ends at 5 a.m. | Venues may open then. | It begins at 8 p.m. | The mayor said so.")]
    [InlineData("It happened on Sept. 11, 2001. | It ended in Sept. | They left.")]
    [InlineData("He was in St. Petersburg. | She was on Wall St. | The banks were shut.")]
    [InlineData("It was Roe vs. Wade, or Roe v. Wade. | Argentina vs. France was next.")]
    [InlineData("Google Inc. said so, and Apple Inc. | The firms agreed.")]
    [InlineData("J. K. Rowling and J.K. Rowling met George W. Bush and John F. Kennedy. | She wrote.")]
    [InlineData("“Two vehicles were aimed at it. | As a result, they were put out of action,” it said.")]
    [InlineData("He said: “They were hit by the drones.” | The Kremlin declined to comment.")]
    [InlineData("He said: \"They were hit by the drones.\" | \"They fell,\" he said.")]
    [InlineData("Drones were aimed at it last night.|“As a result of their fall there were no victims.")]
    [InlineData("It was aimed at the Kremlin… the devices were put out of action.")]
    [InlineData("It justifies its attacks on civilians…|Secondly, we are watching.")]
    [InlineData("“Everything is predictable… | Russia is preparing it.")]
    [InlineData("Guests are planned … | The Russian side reserves the right.")]
    [InlineData("I thought ... well, never mind. | It went on... | And on. ...")]
    [InlineData("He left. | [...] The council met.")]
    [InlineData("What?! | Why? | It does not solve any problem!")]
    [InlineData("“Who did it?” he asked. | “Who did it?” Mr Peskov asked. | “Who?” | Nobody knew.")]
    [InlineData("(CNN) Charles has become king.")]
    [InlineData("MOSCOW (Reuters) - Russia has accused Ukraine. | NASHVILLE, Tenn. – The president left.")]
    [InlineData("Drones over it: RT news(Video: RT news) pic.twitter.com/tiXGUoLREi — ANI (@ANI) May 3, 2023")]
    [InlineData(
        "Drones hit it. | pic.twitter.com/rV21ui41HC — Ukrainska Pravda in English (@pravda_eng) May 3, 2023 | The Kremlin said so."
    )]
    [InlineData("⚡️ Moment where drone hits. | 🎉 We saw it.")]
    [InlineData("“The truth is rarely pure.” — Oscar Wilde")]
    [InlineData("Tickets are at www.example.com/a.b?c=D.Efg. | Write to Marina.Johnson@example.com. | See BildnerCenter.Rutgers.edu.")]
    [InlineData("It did not coincide with a tour.|Tickets go on sale on Friday.")]
    [InlineData("“It was 20 minutes off.”|The police called it \"a run-in.\"|A few doors down, it rang.")]
    [InlineData("the results of this problem . | the tests were made . | they failed .")]
    [InlineData("THE U.S . PROPOSED IT . | \" THE TERMS ARE VERY GOOD . \" | MANY BRITONS WERE NOT SO SURE .")]
    [InlineData("It was its first year in the SEC. | UConn will need him. | He works at GOV. | They left.")]
    [InlineData("PRESIDENT KENNEDY AND GEN. TAYLOR MET. | MR. PUTIN DID NOT.")]
    [InlineData("1. Shinzo Abe was shot. | 2. The police came.")]
    [InlineData("England are in Group B. | They play on Monday.")]
    [InlineData("Yahoo! Finance said so. | Great! | They won.")]
    [InlineData("It ended. | iPhone sales rose. | @CDCgov has posted it. | #WATCH it.")]
    [InlineData("He has a Ph.D. | She has an M.D. | They met e.g. in Rome, i.e. Italy.")]
    [InlineData("今日は。|明日は！|はい")]
    public void Split_AtEachBorder_AndNowhereElse(string marked)
    {
        var expected = marked.Split('|').Select(sentence => sentence.Trim()).ToArray();
        var text = marked.Replace(" | ", " ").Replace("|", "");

        var sentences = SentenceSplitter.Split(text).Select(sentence => sentence.In(text)).ToArray();

        Assert.Equal(expected, sentences);
    }
}
