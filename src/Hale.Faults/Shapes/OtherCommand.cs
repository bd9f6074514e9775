using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>A command that a service is to run in place of its own, as a fact of a finding and as acts.</summary>
internal static class OtherCommand
{
    private const char Between = '\u001f';

    /// <summary>As one fact of a finding; empty for none.</summary>
    public static string Packed(IReadOnlyList<string>? command) => string.Join(Between, command ?? []);

    /// <summary>The acts that run a service with this packed command in place of its own; none for an empty one.</summary>
    public static IReadOnlyList<Act> Acts(string service, string packed, string because)
    {
        var words = packed.Split(Between);
        ChangeOverlay program = new(service, ["entrypoint"], words[..1], $"start '{service}' with {words[0]}", because, IsList: true, Replaces: true);
        return packed.Length == 0 ? []
            : words.Length == 1 ? [program]
            : [program, new ChangeOverlay(service, ["command"], words[1..], $"give '{service}' the arguments {string.Join(' ', words[1..])}", because, IsList: true, Replaces: true)];
    }
}
