using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hale.Shape.Tests;

/// <summary>Types and files say what they are.</summary>
public sealed partial class Names
{
    [Fact]
    public void Nothing_is_called_by_a_name_that_says_nothing() => Assert.Empty(Empty(Source.All));

    [Fact]
    public void Every_public_type_says_in_a_summary_what_it_is() => Assert.Empty(Unexplained(Source.Program));

    [Fact]
    public void Every_namespace_is_the_one_of_its_folder() => Assert.Empty(Misplaced(Source.Program));

    [Fact]
    public void An_empty_name_is_seen() =>
        Assert.Equal(
            ["src/Hale.Cli/A.cs:1: StringUtils", "src/Hale.Cli/A.cs:1: RunManager", "src/Hale.Cli/Common/B.cs"],
            Empty(
            [
                new("src/Hale.Cli/A.cs", "class StringUtils; class RunManager; class Commonplace;"),
                new("src/Hale.Cli/Common/B.cs", "class B;"),
            ]));

    [Fact]
    public void A_public_type_without_a_summary_is_seen() =>
        Assert.Equal(
            ["a.cs:1: Bare", "a.cs:3: Plain"],
            Unexplained(
            [
                new("a.cs", "public class Bare;\n// not a summary\npublic record Plain;\n/// <summary>Said.</summary>\npublic class Said;\nclass Inner;"),
            ]));

    [Fact]
    public void A_namespace_of_another_folder_is_seen() =>
        Assert.Equal(
            ["src/Hale.Cli/Runs/A.cs is in Hale.Cli"],
            Misplaced([new("src/Hale.Cli/Runs/A.cs", "namespace Hale.Cli;"), new("src/Hale.Cli/Runs/B.cs", "namespace Hale.Cli.Runs;")]));

    private static IEnumerable<string> Empty(IEnumerable<Source> sources)
    {
        foreach (var source in sources)
        {
            foreach (var type in source.Find<BaseTypeDeclarationSyntax>().Where(type => SaysNothing().IsMatch(type.Identifier.Text)))
            {
                yield return $"{source.At(type)}: {type.Identifier.Text}";
            }

            if (source.Path.Split('/').Any(part => SaysNothing().IsMatch(Path.GetFileNameWithoutExtension(part))))
            {
                yield return source.Path;
            }
        }
    }

    private static IEnumerable<string> Unexplained(IEnumerable<Source> sources) =>
        from source in sources
        from type in source.Types
        where type.Modifiers.Any(word => word.IsKind(SyntaxKind.PublicKeyword)) && !type.GetLeadingTrivia().ToFullString().Contains("/// <summary>", StringComparison.Ordinal)
        select $"{source.At(type)}: {Source.NameOf(type)}";

    private static IEnumerable<string> Misplaced(IEnumerable<Source> sources) =>
        from source in sources
        where source.Namespace is not null
        let wanted = string.Join('.', source.Path.Split('/')[1..^1])
        where source.Namespace != wanted
        select $"{source.Path} is in {source.Namespace}";

    // A capital before or after, so that "Commonplace" stays a word.
    [GeneratedRegex("(Util|Utils|Utility|Utilities|Helper|Helpers|Common|Manager)(?![a-z])")]
    private static partial Regex SaysNothing();
}
