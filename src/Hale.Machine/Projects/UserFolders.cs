namespace Hale.Machine.Projects;

/// <summary>Where Hale keeps what belongs to the user and to no project (XDG base directory specification).</summary>
public static class UserFolders
{
    /// <summary>What is lost without harm to anybody's data: <c>$XDG_STATE_HOME/hale</c>.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static string State(Func<string, string?> variable) => Of(variable, "XDG_STATE_HOME", Path.Combine(".local", "state"));

    /// <summary>What lasts: <c>$XDG_DATA_HOME/hale</c>.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static string Data(Func<string, string?> variable) => Of(variable, "XDG_DATA_HOME", Path.Combine(".local", "share"));

    // A path that is not absolute is to be ignored, as the specification has it.
    private static string Of(Func<string, string?> variable, string name, string usual) => Path.Combine(
        variable(name) is { } given && Path.IsPathRooted(given)
            ? given
            : Path.Combine(variable("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), usual),
        "hale");
}
