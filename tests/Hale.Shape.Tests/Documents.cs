using System.Text.RegularExpressions;

namespace Hale.Shape.Tests;

/// <summary>What the documents point at is there, and the map shows every room.</summary>
public sealed partial class Documents
{
    public static TheoryData<string> Pages =>
        [.. Repository.Files("docs", ".md"), .. Repository.Files("examples", ".md"), .. Repository.Files("bench", ".md"), "README.md", "CONTRIBUTING.md"];

    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_somewhere(string page) => Assert.Empty(DeadLinks(page, Repository.Read(page)));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void The_map_shows_the_room(string room) =>
        Assert.Contains($"`{room}`", Repository.Read("docs/architecture.md"), StringComparison.Ordinal);

    [Fact]
    public void A_dead_link_and_a_dead_anchor_are_seen() =>
        Assert.Equal(
            ["docs/nowhere.md", "#no-such-part"],
            DeadLinks("README.md", "# Some part\n[a](docs/nowhere.md) [b](#no-such-part) [c](#some-part) [d](docs/architecture.md) [e](https://example.com)"));

    private static IEnumerable<string> DeadLinks(string page, string text) =>
        Links().Matches(WithoutCode(text)).Select(found => found.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(link => !Resolves(page, text, link));

    private static bool Resolves(string page, string text, string link)
    {
        var (file, anchor) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, null);
        var target = file.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page) ?? "", file);
        if (!Repository.Has(target))
        {
            return false;
        }

        return anchor is null || Headings(file.Length == 0 ? text : Repository.Read(target)).Contains(anchor);
    }

    private static IEnumerable<string> Headings(string text) =>
        Heading().Matches(text).Select(found => NotInAnchor().Replace(found.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static string WithoutCode(string text) => Code().Replace(text, "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
