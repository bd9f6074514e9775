using System.Text.Json.Serialization;

namespace Hale.Cli.Output.Json;

/// <summary>A record of <c>--json</c>: one line, named by its <c>type</c>. The shapes are promised in docs/output.md.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PhaseRecord), "phase")]
[JsonDerivedType(typeof(ServiceRecord), "service")]
[JsonDerivedType(typeof(BuildStepRecord), "build-step")]
[JsonDerivedType(typeof(FindingRecord), "finding")]
[JsonDerivedType(typeof(ActRecord), "act")]
[JsonDerivedType(typeof(NoteRecord), "note")]
[JsonDerivedType(typeof(CommandRecord), "command")]
[JsonDerivedType(typeof(ResultRecord), "result")]
[JsonDerivedType(typeof(ProblemRecord), "problem")]
[JsonDerivedType(typeof(StatusRecord), "status")]
[JsonDerivedType(typeof(HealthRecord), "health")]
[JsonDerivedType(typeof(LogRecord), "log")]
[JsonDerivedType(typeof(OverlayRecord), "overlay-line")]
[JsonDerivedType(typeof(FaultRecord), "fault")]
[JsonDerivedType(typeof(EngineRecord), "engine")]
[JsonDerivedType(typeof(KeeperRecord), "keeper")]
[JsonDerivedType(typeof(PortRecord), "port")]
[JsonDerivedType(typeof(CheckoutRecord), "checkout")]
[JsonDerivedType(typeof(EnvConfigRecord), "env-config")]
[JsonDerivedType(typeof(EnvVariableRecord), "env-variable")]
[JsonDerivedType(typeof(CertificatesRecord), "certificates")]
[JsonDerivedType(typeof(DatabaseRecord), "database")]
[JsonDerivedType(typeof(SnapshotRecord), "snapshot")]
internal abstract record JsonRecord;

/// <summary>A part of the run began or ended.</summary>
internal sealed record PhaseRecord(double At, string Phase, string State) : JsonRecord;

/// <summary>A service came into another state.</summary>
internal sealed record ServiceRecord(double At, string Service, string Phase, string Detail, IReadOnlyList<string> WaitsFor) : JsonRecord;

/// <summary>A step of an image build ended.</summary>
internal sealed record BuildStepRecord(double At, string? Service, string Step, bool Cached, double Seconds) : JsonRecord;

/// <summary>A fault was recognised.</summary>
internal sealed record FindingRecord(double At, string Fault, string Subject, string Says, bool OnlyWarns) : JsonRecord;

/// <summary>An act was done, or not.</summary>
internal sealed record ActRecord(
    double At, string Fault, string Subject, string Act, string Risk, string Because, bool Done, string Says, string? Undo) : JsonRecord;

/// <summary>Something that a person may want to know.</summary>
internal sealed record NoteRecord(double At, string Text) : JsonRecord;

/// <summary>With <c>--verbose</c>: a command that was run, or a line of its output.</summary>
internal sealed record CommandRecord(double At, string Text) : JsonRecord;

/// <summary>Why the command could not do its work.</summary>
internal sealed record ProblemRecord(
    string Says, string? File, int? Line, IReadOnlyList<string> Advice, IReadOnlyList<string> Seen, string Verdict, int ExitCode) : JsonRecord;

/// <summary>Where a service stands, as the engine has it.</summary>
internal sealed record StatusRecord(
    string Service, string Status, string Says, int Running, int Wanted, bool Completed, IReadOnlyList<string> Addresses) : JsonRecord;

/// <summary>What a service answered. The field names are a promise to other tools.</summary>
internal sealed record HealthRecord(
    string Name, string Status, DateTimeOffset LastCheck, string? Url, IReadOnlyList<string> Dependencies, IReadOnlyList<string>? Errors) : JsonRecord;

/// <summary>A line of a container's output.</summary>
internal sealed record LogRecord(string Service, int Number, string Stream, string Text) : JsonRecord;

/// <summary>A line of the overlay with its reason.</summary>
internal sealed record OverlayRecord(
    string Service, IReadOnlyList<string> Path, IReadOnlyList<string> Values, bool IsList, bool Replaces, string Because, string Fault) : JsonRecord;

/// <summary>A port that the stack publishes; <c>address</c> is left out while it is not published.</summary>
internal sealed record PortRecord(string Service, int Published, int Target, string Protocol, string? Address, string Holder) : JsonRecord;

/// <summary>A checkout on this machine; <c>this</c> is true for the one that the command is run in, <c>gone</c> for one that is up and has lost its folder.</summary>
internal sealed record CheckoutRecord(string Name, string Folder, bool This, bool Gone, int Containers, int Running, int Unhealthy, IReadOnlyList<string> Addresses) : JsonRecord;

/// <summary>What a project asks of its environment. The field names are a promise to other tools; a secret's default is told nowhere.</summary>
internal sealed record EnvConfigRecord(
    IReadOnlyList<string> Required, IReadOnlyDictionary<string, string> Optional, IReadOnlyDictionary<string, string> Validation, IReadOnlyList<string> Secrets) : JsonRecord;

/// <summary>A variable and what each place says of it; a place that says nothing is left out, a secret is <c>(secret)</c>. <c>readIn</c> is where the code reads it.</summary>
internal sealed record EnvVariableRecord(string Name, bool Secret, bool Used, string? Template, string? File, string? Default, string? Shell, string? ReadIn, string Differs) : JsonRecord;

/// <summary>A fault of the catalogue. <c>page</c> is there when one fault is asked for by name.</summary>
internal sealed record FaultRecord(string Name, string Family, string Title, string? Page) : JsonRecord;

/// <summary>The engine in use.</summary>
internal sealed record EngineRecord(string Endpoint, string? Version, int? StartedByHale, string? Log) : JsonRecord;

/// <summary>The project's keeper, or that there is none; <c>lost</c> is the process of one that is gone and did not say so.</summary>
internal sealed record KeeperRecord(bool Running, int? Pid, DateTimeOffset? Since, int? Mended, IReadOnlyList<string>? Left, int? Lost, string Log) : JsonRecord;
