using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hale.Shape.Tests;

/// <summary>No namespace leads back to itself, within a project or across.</summary>
public sealed class Circles
{
    [Fact]
    public void No_namespace_leads_back_to_itself() => Assert.Empty(CirclesIn(Source.Program));

    [Fact]
    public void A_circle_of_three_is_seen() =>
        Assert.Equal(
            ["Hale.A -> Hale.B", "Hale.B -> Hale.C", "Hale.C -> Hale.A"],
            CirclesIn(
            [
                new("a.cs", "using Hale.B;\nnamespace Hale.A;\nclass One;"),
                new("b.cs", "using Hale.C;\nnamespace Hale.B;\nclass Two;"),
                new("c.cs", "using Hale.A;\nnamespace Hale.C;\nclass Three;"),
                new("d.cs", "using Hale.A;\nnamespace Hale.D;\nclass Four;"),
            ]));

    [Fact]
    public void A_circle_through_a_parent_that_needs_no_using_is_seen() =>
        Assert.Equal(
            ["Hale.A -> Hale.A.Inner", "Hale.A.Inner -> Hale.A"],
            CirclesIn(
            [
                new("a.cs", "using Hale.A.Inner;\nnamespace Hale.A;\nclass Outer { Deep? _deep; }"),
                new("b.cs", "namespace Hale.A.Inner;\nclass Deep { Outer? _outer; }"),
            ]));

    private static IEnumerable<string> CirclesIn(IReadOnlyList<Source> sources)
    {
        var declared = sources.Where(source => source.Namespace is not null)
            .GroupBy(source => source.Namespace!)
            .ToDictionary(same => same.Key, same => same.SelectMany(source => source.Types).Select(Source.NameOf).ToHashSet());
        var arrows = sources.Where(source => source.Namespace is not null)
            .SelectMany(source => source.Knows.Concat(ParentsUsedBy(source, declared)).Select(to => (From: source.Namespace!, To: to)))
            .Where(arrow => arrow.From != arrow.To)
            .Distinct()
            .ToList();

        // Peel: an arrow into a namespace that knows nobody, or out of one that nobody knows, is in no circle.
        for (var before = -1; before != arrows.Count;)
        {
            before = arrows.Count;
            arrows = [.. arrows.Where(arrow => arrows.Exists(next => next.From == arrow.To) && arrows.Exists(last => last.To == arrow.From))];
        }

        return arrows.Select(arrow => $"{arrow.From} -> {arrow.To}").Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> ParentsUsedBy(Source source, Dictionary<string, HashSet<string>> declared)
    {
        var words = source.Find<SimpleNameSyntax>().Select(name => name.Identifier.Text).ToHashSet();
        return declared.Keys.Where(space =>
            source.Namespace!.StartsWith(space + ".", StringComparison.Ordinal) && declared[space].Overlaps(words));
    }
}
