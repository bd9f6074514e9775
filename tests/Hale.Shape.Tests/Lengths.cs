using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hale.Shape.Tests;

/// <summary>Nothing grows past what a person reads in one sitting.</summary>
public sealed class Lengths
{
    private const int LongestFile = 400;
    private const int LongestFault = 200;
    private const int LongestMethod = 80;

    [Fact]
    public void No_file_is_too_long() => Assert.Empty(TooLong(Source.All));

    [Fact]
    public void No_method_is_too_long() => Assert.Empty(LongMethods(Source.All));

    [Fact]
    public void A_file_of_401_lines_and_a_fault_of_201_are_seen() =>
        Assert.Equal(
            ["src/Hale.Cli/Long.cs has 401 lines, 400 are allowed", "src/Hale.Faults/Ports/Long.cs has 201 lines, 200 are allowed"],
            TooLong(
            [
                new("src/Hale.Cli/Long.cs", string.Concat(Enumerable.Repeat("//\n", 401))),
                new("src/Hale.Cli/Fits.cs", string.Concat(Enumerable.Repeat("//\n", 400))),
                new("src/Hale.Faults/Ports/Long.cs", string.Concat(Enumerable.Repeat("//\n", 201))),
            ]));

    [Fact]
    public void A_method_of_81_lines_is_seen() =>
        Assert.Equal(
            ["a.cs:3: Long has 81 lines, 80 are allowed"],
            LongMethods([new("a.cs", $"class A\n{{\nvoid Long()\n{{{new string('\n', 79)}}}\nvoid Fits()\n{{{new string('\n', 78)}}}\n}}")]));

    private static IEnumerable<string> TooLong(IEnumerable<Source> sources) =>
        from source in sources
        let most = source.Room == "Hale.Faults" ? LongestFault : LongestFile
        where source.Lines > most
        select $"{source.Path} has {source.Lines} lines, {most} are allowed";

    private static IEnumerable<string> LongMethods(IEnumerable<Source> sources) =>
        from source in sources
        from method in source.Find<BaseMethodDeclarationSyntax>()
        let span = method.GetLocation().GetLineSpan()
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > LongestMethod
        select $"{source.At(method)}: {(method as MethodDeclarationSyntax)?.Identifier.Text ?? "a member"} has {lines} lines, {LongestMethod} are allowed";
}
