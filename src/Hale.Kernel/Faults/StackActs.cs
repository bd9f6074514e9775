using System.Text.Json.Serialization;
using Hale.Kernel.Stacks;

namespace Hale.Kernel.Faults;

/// <summary>Sets something of a service in the overlay; Compose makes the container anew with it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Path">The keys from the service down to the setting, such as <c>healthcheck</c>, <c>test</c>.</param>
/// <param name="Values">The value: one for a scalar; see <paramref name="IsList"/> for a list.</param>
/// <param name="Change">What changes, in a few words that follow "would" or "did", such as <c>publish port 8081 in place of 8080</c>.</param>
/// <param name="Because">The reason.</param>
/// <param name="IsList">True for a list.</param>
/// <param name="Replaces">True when it takes the place of the project's setting where Compose would merge.</param>
public sealed record ChangeOverlay(
    string Service, IReadOnlyList<string> Path, IReadOnlyList<string> Values, string Change, string Because, bool IsList = false, bool Replaces = false)
    : Act(Because, Risk.Safe)
{
    /// <summary>Settings of the service that have to change with it.</summary>
    public IReadOnlyList<OverlaySetting> Also { get; init; } = [];

    [JsonIgnore]
    public override string Says => Change;

    public bool Equals(ChangeOverlay? other) =>
        other is not null && Service == other.Service && Path.SequenceEqual(other.Path) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Service, string.Join('/', Path), string.Join('/', Values));
}

/// <summary>Publishes a service at another port of this machine; Compose makes the container anew with it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Port">The port.</param>
/// <param name="Because">The reason.</param>
public sealed record MovePort(string Service, MovedPort Port, string Because) : Act(Because, Risk.Safe)
{
    /// <summary>The protocol, as Compose names it; the service's ports of another one stay.</summary>
    public string Protocol { get; init; } = "tcp";

    [JsonIgnore]
    public override string Says => $"publish '{Service}' at {(Protocol is "tcp" ? "" : $"{Protocol.ToUpperInvariant()} ")}port {Port.To} in place of {Port.From}";

    public bool Equals(MovePort? other) => other is not null && Service == other.Service && Port == other.Port && Protocol == other.Protocol;

    public override int GetHashCode() => HashCode.Combine(Service, Port, Protocol);
}

/// <summary>Tells a service of a port that has moved, in the place of the old one in a variable. The value passes through no evidence.</summary>
/// <param name="Service">The service.</param>
/// <param name="Variable">The variable of its environment.</param>
/// <param name="IsArgument">True when it is a build argument.</param>
/// <param name="Port">The port.</param>
/// <param name="Because">The reason.</param>
public sealed record TellPort(string Service, string Variable, bool IsArgument, MovedPort Port, string Because) : Act(Because, Risk.Safe)
{
    [JsonIgnore]
    public override string Says => $"name port {Port.To} in {Variable} of '{Service}'";

    public bool Equals(TellPort? other) => other is not null && Service == other.Service && Variable == other.Variable && IsArgument == other.IsArgument && Port == other.Port;

    public override int GetHashCode() => HashCode.Combine(Service, Variable, IsArgument, Port);
}

/// <summary>A setting of a service: its keys from the service down, and its one value.</summary>
public sealed record OverlaySetting(IReadOnlyList<string> Path, string Value);

/// <summary>Restarts the containers of a service: nothing in them is lost.</summary>
/// <param name="Service">The service.</param>
/// <param name="Because">The reason.</param>
public sealed record RestartService(string Service, string Because) : Act(Because, Risk.Safe)
{
    [JsonIgnore]
    public override string Says => $"restart '{Service}'";

    [JsonIgnore]
    public override bool Passes => true;
}

/// <summary>Removes the containers of a service, so that Compose makes them anew. Named volumes stay.</summary>
/// <param name="Service">The service.</param>
/// <param name="RenewsAnonymousVolumes">True when its anonymous volumes, which the image fills, are removed too.</param>
/// <param name="Because">The reason.</param>
public sealed record RemakeService(string Service, bool RenewsAnonymousVolumes, string Because) : Act(Because, Risk.Safe)
{
    [JsonIgnore]
    public override string Says => RenewsAnonymousVolumes ? $"make the containers of '{Service}' and their anonymous volumes anew" : $"make the containers of '{Service}' anew";

    [JsonIgnore]
    public override bool Passes => !RenewsAnonymousVolumes;
}

/// <summary>Runs a command in a running container of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Change">What it does, in a few words that follow "would" or "did".</param>
/// <param name="Risk">How much it may touch.</param>
/// <param name="Because">The reason.</param>
public sealed record RunInService(string Service, IReadOnlyList<string> Command, string Change, Risk Risk, string Because) : Act(Because, Risk)
{
    [JsonIgnore]
    public override string Says => Change;

    public override Act Told(Func<string, string> redact) => this with { Because = redact(Because), Change = redact(Change), Command = [.. Command.Select(redact)] };

    public bool Equals(RunInService? other) => other is not null && Service == other.Service && Command.SequenceEqual(other.Command);

    public override int GetHashCode() => HashCode.Combine(Service, string.Join(' ', Command));
}

/// <summary>Builds the image of a service anew without what BuildKit remembers.</summary>
/// <param name="Service">The service.</param>
/// <param name="Because">The reason.</param>
public sealed record RebuildService(string Service, string Because) : Act(Because, Risk.Safe)
{
    [JsonIgnore]
    public override string Says => $"build '{Service}' anew without the build cache";

    [JsonIgnore]
    public override bool Passes => true;
}

/// <summary>Writes a file of the project anew; its original is kept.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Text">What it holds afterwards; kept out of the journal, since it may be large or secret.</param>
/// <param name="Change">What changes, in a few words that follow "would" or "did".</param>
/// <param name="Because">The reason.</param>
public sealed record RewriteFile(string Path, [property: JsonIgnore] string Text, string Change, string Because) : Act(Because, Risk.Edit)
{
    [JsonIgnore]
    public override string Says => Change;

    [JsonIgnore]
    public override IReadOnlyList<string> Files => [Path];
}

/// <summary>Writes a text of the project anew with Unix line ends and without a byte order mark; its original is kept.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Because">The reason.</param>
public sealed record MakeUnixText(string Path, string Because) : Act(Because, Risk.Edit)
{
    [JsonIgnore]
    public override string Says => $"write {Path} with Unix line ends and without a byte order mark";

    [JsonIgnore]
    public override IReadOnlyList<string> Files => [Path];
}

/// <summary>Runs a program of this machine in a folder of the project; the files that it may change are kept first.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder, relative to the project.</param>
/// <param name="Touches">The files that it may change or make, relative to the project; not what can be made again from them.</param>
/// <param name="Change">What it does, in a few words that follow "would" or "did".</param>
/// <param name="Because">The reason.</param>
public sealed record RunTool(
    string Program, IReadOnlyList<string> Arguments, string Folder, IReadOnlyList<string> Touches, string Change, string Because) : Act(Because, Risk.Edit)
{
    /// <summary>The command that takes it back, where no file changes that could be restored.</summary>
    public string? TakenBackBy { get; init; }

    [JsonIgnore]
    public override string Says => Change;

    [JsonIgnore]
    public override IReadOnlyList<string> Files => Touches;

    public bool Equals(RunTool? other) => other is not null && Program == other.Program && Folder == other.Folder && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Program, Folder, string.Join(' ', Arguments));
}

/// <summary>
/// Runs a command on files of the project in the image that a service is built from, as far as that image goes before its Dockerfile runs the
/// same program itself, and takes one file back into the project. For a program that this machine does not have.
/// </summary>
/// <param name="Service">The service.</param>
/// <param name="Program">The program.</param>
/// <param name="Script">What <c>RUN</c> is given.</param>
/// <param name="Folder">The folder, relative to the project.</param>
/// <param name="Brings">The files and folders in it that the command needs.</param>
/// <param name="TakesBack">The file in it that the command makes; empty when it only clears what the step keeps in a cache between builds.</param>
/// <param name="Change">What it does, in a few words that follow "would" or "did".</param>
/// <param name="Because">The reason.</param>
public sealed record RunInBuildImage(
    string Service, string Program, string Script, string Folder, IReadOnlyList<string> Brings, string TakesBack, string Change, string Because)
    : Act(Because, TakesBack.Length > 0 ? Risk.Edit : Risk.Safe)
{
    [JsonIgnore]
    public override string Says => Change;

    [JsonIgnore]
    public override bool Passes => TakesBack.Length == 0;

    [JsonIgnore]
    public override IReadOnlyList<string> Files => TakesBack.Length == 0 ? [] : [Folder == "." ? TakesBack : $"{Folder}/{TakesBack}"];

    public bool Equals(RunInBuildImage? other) => other is not null && Service == other.Service && Script == other.Script && Folder == other.Folder;

    public override int GetHashCode() => HashCode.Combine(Service, Script, Folder);
}

/// <summary>Starts what failed once more after a pause, since the cause may pass by itself.</summary>
/// <param name="Service">The service, or what else is tried again.</param>
/// <param name="Because">The reason.</param>
public sealed record TryAgain(string Service, string Because) : Act(Because, Risk.Safe)
{
    [JsonIgnore]
    public override string Says => $"try '{Service}' once more";

    [JsonIgnore]
    public override bool Passes => true;
}

/// <summary>Waits until the containers of a service pass their health check, and restarts those that do not in that time.</summary>
/// <param name="Service">The service.</param>
/// <param name="Seconds">How long at most.</param>
/// <param name="Because">The reason.</param>
public sealed record AwaitHealth(string Service, int Seconds, string Because) : Act(Because, Risk.Safe)
{
    [JsonIgnore]
    public override string Says => $"give '{Service}' {Seconds} s more to become healthy, and restart it if it does not";

    [JsonIgnore]
    public override bool Passes => true;
}
