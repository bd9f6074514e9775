namespace Hale.Cli.Output;

/// <summary>What stands at the other end of an output: how it may be written to. A value, so that tests can be any terminal.</summary>
internal sealed record Terminal
{
    /// <summary>A file or another program.</summary>
    public static Terminal Pipe { get; } = new();

    /// <summary>True when a live view can be drawn and drawn again.</summary>
    public bool Live { get; init; }

    public bool Colour { get; init; }

    /// <summary>True when more than ASCII can be shown.</summary>
    public bool Unicode { get; init; }

    /// <summary>The width to which text is broken; null for none.</summary>
    public int? Width { get; init; }

    public Paint Paint => new(Colour);

    /// <summary>What the environment says of an output that is a terminal, or is not.</summary>
    /// <param name="isTerminal">True when a person sees it.</param>
    /// <param name="width">The terminal's width.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static Terminal Of(bool isTerminal, int width, Func<string, string?> variable)
    {
        bool Set(string name) => !string.IsNullOrEmpty(variable(name));

        if (!isTerminal)
        {
            return Pipe;
        }

        var dumb = variable("TERM") is null or "" or "dumb";
        var quietSystem = Set("CI") && variable("CI") is not "false";
        return new Terminal
        {
            Live = !dumb && !quietSystem,
            Colour = !dumb && !Set("NO_COLOR"),
            Unicode = (FirstSet("LC_ALL", "LC_CTYPE", "LANG") ?? "").Replace("-", "", StringComparison.Ordinal).Contains("UTF8", StringComparison.OrdinalIgnoreCase),
            Width = width > 0 ? width : 80,
        };

        string? FirstSet(params string[] names) => names.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
    }
}
