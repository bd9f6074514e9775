using Hale.Kernel.Faults;

namespace Hale.Cli.Output;

/// <summary>A fault's page in Markdown: what <c>hale explain</c> prints and what lies under docs/faults.</summary>
internal static class FaultPage
{
    public static string Heading(Fault fault) => $"# {fault.Id}: {fault.Title}";

    /// <summary>The lines under the heading.</summary>
    public static IEnumerable<string> Body(Fault fault) => fault.Page.TrimEnd().Split('\n').Prepend("");

    public static string Whole(Fault fault) => string.Join('\n', Body(fault).Prepend(Heading(fault))) + "\n";
}
