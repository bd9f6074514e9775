using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Node;

/// <summary>A Node package is compiled while it is installed, and the tools for that are not in the image.</summary>
public sealed partial class NpmGypToolchain : SaidFault
{
    public override string Id => "npm-gyp-toolchain";

    public override string Title => "A Node package is compiled and the tools for that are not in the image";

    public override Needs Needs => base.Needs | Needs.Images;

    public override string Page => """
        A package holds C or C++ code. There is no ready-made binary of it for this version of Node and this image, so npm compiles it, which
        needs Python, make and a compiler; slim images have none of them.

        ## What we look at
        The line of node-gyp that names what it did not find.

        ## Why it happens
        The version of Node is newer than the package's binaries, or the image is Alpine, for which many packages have none; and the image is a
        slim one.

        ## What mends it
        A person: the tools are installed before that step, best in a stage of its own, or another version of Node is used, for which the
        package has a binary.

        ## When it is not this
        A binary that was installed for another machine is `node-native-other-platform`; one that npm left out is `node-optional-dep-lost`.
        """;

    private protected override Regex Line => Lacks();

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        var what = line.Groups["what"].Value;
        var alpine = (evidence.Images.Known?.Images ?? []).Any(image => image.BuiltFromBy.Contains(said.Service) && image.Reference.Contains("alpine", StringComparison.Ordinal));
        return new Finding(Id, said.Service, $"a package is compiled with node-gyp, and {what} is not there, in {said.Place}")
        {
            Facts = new Dictionary<string, string>
            {
                ["how"] = alpine ? "RUN apk add --no-cache python3 make g++" : "RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++",
                ["place"] = said.Step is { File: { } file, Line: { } number } ? $"{file} line {number.ToString(CultureInfo.InvariantCulture)}" : "the step that installs",
            },
        };
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand($"before {finding.Facts["place"]}: {finding.Facts["how"]}");

    // npm error gyp ERR! find Python Python is not set from command line      gyp ERR! stack Error: not found: make
    // make: g++: No such file or directory      make: cc: Command not found
    [GeneratedRegex(@"gyp ERR! (?:find (?<what>Python)|stack Error: not found: (?<what>\w+))|make(?:\[\d+\])?: (?<what>g\+\+|c\+\+|gcc|cc): (?:No such file or directory|Command not found)")]
    private static partial Regex Lacks();
}
