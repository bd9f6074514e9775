using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hale.Shape.Tests;

/// <summary>A C# file and what its text says.</summary>
internal sealed class Source(string path, string text)
{
    private static readonly Lazy<IReadOnlyList<Source>> Written = new(() => Read("src"));
    private static readonly Lazy<IReadOnlyList<Source>> Tested = new(() => Read("tests"));

    private readonly CompilationUnitSyntax _root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();

    /// <summary>The program: everything in <c>src</c>.</summary>
    public static IReadOnlyList<Source> Program => Written.Value;

    /// <summary>The program and its tests.</summary>
    public static IEnumerable<Source> All => Program.Concat(Tested.Value);

    public string Path => path;

    public string Room => path.Split('/') is [_, var room, ..] ? room : "";

    public int Lines { get; } = text.AsSpan().Count('\n') + (text.EndsWith('\n') ? 0 : 1);

    public string? Namespace => Find<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    /// <summary>The namespaces of ours that it names in <c>using</c>.</summary>
    public IEnumerable<string> Knows =>
        _root.Usings.Select(use => use.Name?.ToString()).OfType<string>().Where(name => name.StartsWith("Hale.", StringComparison.Ordinal));

    /// <summary>Its types that no other type holds.</summary>
    public IEnumerable<MemberDeclarationSyntax> Types =>
        Find<MemberDeclarationSyntax>().Where(member =>
            member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && member.Parent is not BaseTypeDeclarationSyntax);

    /// <summary>Where a warning is silenced, and whether a reason stands beside it.</summary>
    public IEnumerable<(int Line, bool HasReason)> Silenced =>
        text.Split('\n').Index()
            .Where(line => line.Item.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal))
            .Select(line => (line.Index + 1, line.Item.Contains("//", StringComparison.Ordinal)));

    public IEnumerable<T> Find<T>()
        where T : SyntaxNode => _root.DescendantNodes().OfType<T>();

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => "",
    };

    /// <summary>Where a node stands, as an editor opens it.</summary>
    public string At(SyntaxNode node) => $"{path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    private static Source[] Read(string folder) =>
        [.. Repository.Files(folder, ".cs").Select(file => new Source(file, Repository.Read(file)))];
}
