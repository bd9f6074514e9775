using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hale.Generators;

/// <summary>Lists every concrete fault of the compilation, so that adding one is adding a file.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogueGenerator : IIncrementalGenerator
{
    private const string BaseName = "Hale.Kernel.Faults.Fault";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (found, stop) => NameOf(found.SemanticModel.GetDeclaredSymbol(found.Node, stop)))
            .Where(static name => name is not null)
            .Collect();

        context.RegisterSourceOutput(names, static (output, found) => output.AddSource("Catalogue.g.cs", Write(found!)));
    }

    private static string? NameOf(ISymbol? symbol) =>
        symbol is INamedTypeSymbol { IsAbstract: false } type && IsFault(type) ? type.ToDisplayString() : null;

    private static bool IsFault(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.ToDisplayString() == BaseName)
            {
                return true;
            }
        }

        return false;
    }

    private static SourceText Write(ImmutableArray<string> names)
    {
        var lines = names.Distinct().OrderBy(name => name, StringComparer.Ordinal).Select(name => $"        new global::{name}(),");
        var code = $$"""
            namespace Hale.Faults;

            /// <summary>Every fault there is, in the order of their class names. Written by the compiler.</summary>
            public static class Catalogue
            {
                public static global::System.Collections.Generic.IReadOnlyList<global::{{BaseName}}> All { get; } =
                [
            {{string.Join("\n", lines)}}
                ];
            }
            """;
        return SourceText.From(code, Encoding.UTF8);
    }
}
