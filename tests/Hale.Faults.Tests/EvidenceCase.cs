using Hale.Healing;
using Hale.Kernel.Faults;

namespace Hale.Faults.Tests;

/// <summary>A recorded evidence: the fault it belongs to, and what that fault must say of it, which its name begins with.</summary>
/// <param name="Fault">The fault's id: the folder's name.</param>
/// <param name="Name"><c>seen-…</c>, <c>clear-…</c> (a look-alike) or <c>blind-…</c>.</param>
public sealed record EvidenceCase(string Fault, string Name)
{
    private static readonly string Root = PathOf("Evidence");

    /// <summary>The folder of these tests' own files.</summary>
    public static string Tests => Path.GetDirectoryName(Root)!;

    public static IReadOnlyList<EvidenceCase> All { get; } =
    [
        .. from fault in Directory.GetDirectories(Root)
           from folder in Directory.GetDirectories(fault)
           orderby folder
           select new EvidenceCase(Path.GetFileName(fault), Path.GetFileName(folder)),
    ];

    /// <summary><c>seen</c>, <c>clear</c> or <c>blind</c>.</summary>
    public string Kind => Name.Split('-')[0];

    private string Folder => Path.Combine(Root, Fault, Name);

    /// <summary>The evidence as it was written.</summary>
    public string Text => File.ReadAllText(Path.Combine(Folder, "evidence.json"));

    public Evidence Read() => EvidenceJson.Read(Text);

    /// <summary>Holds the verdict against the one that a person approved. With <c>HALE_ACCEPT=1</c> in the environment it is written instead.</summary>
    public void Approve(string verdict)
    {
        var file = Path.Combine(Folder, "verdict.txt");
        if (Environment.GetEnvironmentVariable("HALE_ACCEPT") is "1")
        {
            File.WriteAllText(file, verdict);
        }

        Assert.True(File.Exists(file), $"{file} is not there; HALE_ACCEPT=1 writes it");
        Assert.Equal(File.ReadAllText(file), verdict);
    }

    /// <summary>A folder beside these tests.</summary>
    public static string PathOf(string folder) => Path.Combine(Above(AppContext.BaseDirectory), "tests", "Hale.Faults.Tests", folder);

    public override string ToString() => $"{Fault}/{Name}";

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Hale.slnx")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run in Hale's repository."));
}
