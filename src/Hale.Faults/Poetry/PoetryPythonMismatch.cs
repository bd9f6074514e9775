using System.Text.RegularExpressions;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>The Python that is there is not one that the project allows.</summary>
public sealed partial class PoetryPythonMismatch : PoetrySaid
{
    public override string Id => "poetry-python-mismatch";

    public override string Title => "The image has a Python that the project does not allow";

    public override string Page => """
        `pyproject.toml` says which versions of Python the project runs with, and the one that Poetry found is not among them.

        ## What we look at
        Poetry's own sentence, which names both.

        ## Why it happens
        The base image has another version than the project was written for, or Poetry was installed for the distribution's Python and not for the image's.

        ## What mends it
        A base image with a Python in the range, or a wider range when the project runs there too. With a wider range the lock has to be made again.

        ## When it is not this
        When a dependency allows less than the project does, Poetry says so while it solves: `poetry-solver-conflict`.
        """;

    private protected override Regex Line => Said();

    private protected override Told? Read(Match line, Talk talk, Evidence evidence) => new(
        $"Python {line.Groups["here"].Value} is there, and the project allows {line.Groups["wanted"].Value}",
        $"begin the Dockerfile from an image with a Python in {line.Groups["wanted"].Value}",
        "or, when the project runs with it too, widen the range in pyproject.toml, then: poetry lock");

    // Current Python version (3.13.5) is not allowed by the project (>=3.99).
    // The currently activated Python version 3.13.5 is not supported by the project (>=3.99).
    [GeneratedRegex("""[Cc]urrent(?:ly activated)? Python version \(?(?<here>[\d.]+)\)? is not (?:allowed|supported) by the project \((?<wanted>.+?)\)\.""")]
    private static partial Regex Said();
}
