using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Tests;

/// <summary>Two recorded cases that show the same words or state and have different causes: a line of <c>look-alikes.tsv</c>.</summary>
/// <param name="Number">The pair's number.</param>
/// <param name="One">The one side.</param>
/// <param name="Other">The other side.</param>
/// <param name="Shared">What both show.</param>
public sealed record LookAlike(int Number, LookAlikeSide One, LookAlikeSide Other, Regex Shared)
{
    public static IReadOnlyList<LookAlike> All { get; } = [.. File.ReadAllLines(Path.Combine(EvidenceCase.Tests, "look-alikes.tsv")).Where(line => !line.StartsWith('#')).Select(Parse)];

    private static LookAlike Parse(string line) => line.Split('\t') is [var number, var one, var oneCase, var other, var otherCase, var shared]
        ? new(int.Parse(number, CultureInfo.InvariantCulture), new(one, oneCase), new(other, otherCase), new(shared, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)))
        : throw new InvalidDataException($"'{line}' has not six columns");
}

/// <summary>One side of a pair.</summary>
/// <param name="Fault">The fault; <c>-</c> where it is none of the catalogue, such as an installation that is well.</param>
/// <param name="Case">The folder of its evidence.</param>
public sealed record LookAlikeSide(string Fault, string Case)
{
    /// <summary>True when the side is a fault of the catalogue.</summary>
    public bool IsFault => Fault != "-";

    private EvidenceCase Recorded => new(Case.Split('/')[0], Case.Split('/')[1]);

    public string Text => Recorded.Text;

    /// <summary>What a fault says of this side's evidence.</summary>
    public Diagnosis Says(string fault) => Catalogue.All.Single(known => known.Id == fault).Detect(Recorded.Read());
}
