namespace Hale.Cli.Output;

/// <summary>The few colours used, or none.</summary>
internal sealed record Paint(bool Colour)
{
    public static Paint None { get; } = new(Colour: false);

    public string Good(string text) => In("32", text);

    public string Bad(string text) => In("31", text);

    public string Warn(string text) => In("33", text);

    public string Busy(string text) => In("36", text);

    public string Faint(string text) => In("2", text);

    public string Strong(string text) => In("1", text);

    private string In(string code, string text) => Colour && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
