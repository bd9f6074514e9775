using System.Globalization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Env;

/// <summary>The code needs a variable that its service does not get.</summary>
public sealed class EnvCodeUnset : Fault
{
    public override string Id => "env-code-unset";

    public override string Title => "The code needs a variable that its service does not get";

    public override Needs Needs => Needs.Model | Needs.EnvFiles;

    public override string Page => """
        The program reads an environment variable as it starts and cannot do without it, and no service that has the file gets that variable.

        ## What we look at
        The Python and JavaScript files in the folders that services are built from or mount. Such a place counts only where a program that a Dockerfile or a
        Compose file starts comes to it in any case: `os.environ["NAME"]` under no condition, a field of pydantic's settings without a default, or
        `if (!process.env.NAME) throw …`. Then the names of the variables of each service. Values are looked at nowhere.

        ## Why it happens
        The code was given a new setting and the Compose file was not. Or the variable stands in `.env`: Compose puts that file's values into the Compose file,
        and gives to a container only what is named under `environment` or stands in a file under `env_file`.

        ## What mends it
        A line under `environment` of the service, and a value in `.env`: `hale env set NAME=VALUE`.

        ## When it is not this
        Code that has a default, asks first (`in os.environ`) or catches the error can do without. So can code whose variable comes from a Dockerfile, a start
        script or an environment file that the code itself reads. Where that cannot be told, nothing is said. A variable that the Compose file passes on, and that nothing sets, is
        `env-unset-blank`; one that the Compose file itself requires is `env-required-unset`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Model.Unknown);
        }

        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        // In what was not looked at the variable may be set.
        if (env.Code.IsPartial || model.Stack is not { } stack)
        {
            return Diagnosis.Absent;
        }

        return Diagnosis.Present(
        [
            .. from read in env.Code.Reads
               where read is { Needed: true, MayComeFrom: null } && !UsualNames.Has(read.Name)
               let services = stack.Services.Where(service => Has(service, $"{env.Folder}/{read.File}")).ToList()
               where services.Count > 0 && !services.Exists(service => MayGet(service, read.Name, env))
               group (Read: read, Service: services[0].Name) by read.Name into same
               select FindingOf(same.First().Read, same.First().Service, env),
        ]);
    }

    public override Remedy Mend(Finding finding)
    {
        var line = $"add under 'environment' of '{finding.Service}' in the Compose file: {finding.Subject}: ${{{finding.Subject}}}";
        return finding.Facts["file"].Length > 0 ? Remedy.ByHand(line) : Remedy.ByHand($"hale env set {finding.Subject}=VALUE", line);
    }

    private Finding FindingOf(CodeRead read, string service, EnvFacts env)
    {
        var line = read.Line.ToString(CultureInfo.InvariantCulture);
        var file = env.Files.FirstOrDefault(file => file.Path is ".env" && file.Keys.Any(key => key.Name == read.Name))?.Path ?? "";
        var says = $"{read.File} line {line} reads {read.Name} and cannot do without it, and no service that runs this file gets it";
        return new Finding(Id, read.Name, file.Length > 0 ? $"{says}: {file} has it, and the Compose file does not pass it on" : says)
        {
            OnlyWarns = true,
            Service = service,
            Facts = new Dictionary<string, string> { ["file"] = file },
        };
    }

    private static bool Has(Service service, string path) =>
        (service.Build is { IsRemote: false, Context: { } context } && MountFacts.Covers(context, path))
        || service.Mounts.Any(mount => mount is { Kind: "bind", Source: { } source } && MountFacts.Covers(source, path));

    // Of an image that is not one of the plain ones nobody here knows what it sets.
    private static bool MayGet(Service service, string name, EnvFacts env) =>
        service.EnvironmentNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (service.Build is null
            ? !PlainImages.Has(service.Image)
            : env.Code.Dockerfiles.FirstOrDefault(file => $"{env.Folder}/{file.Path}" == service.Build.Dockerfile) is not { } known || !known.Bases.All(PlainImages.Has));
}
