using System.Text.RegularExpressions;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Poetry;

/// <summary>A container or a build uses the host's virtual environment.</summary>
public sealed partial class PoetryVenvForeign : Fault
{
    public override string Id => "poetry-venv-foreign";

    public override string Title => "A container uses a virtual environment of another machine";

    public override Needs Needs => Needs.Containers | Needs.Model | Needs.Poetry;

    public override IReadOnlyList<string> Causes => ["image-command-not-found", "py-module-missing", "vol-hides-image-files"];

    public override string Page => """
        The project's folder is mounted into a container, and with it the `.venv` that was made on this machine. It leads to a Python that the container does not
        have, and it hides the one that the image was built with.

        ## What we look at
        Whether the service mounts a folder of Poetry's, whether the container failed because a program under `.venv` cannot be run, and where the environment leads.

        ## Why it happens
        `poetry install` was run on this machine with `virtualenvs.in-project`, and the whole folder is mounted for development.

        ## What mends it
        An anonymous volume at that place in the container: the image's own environment shows again. Hale sets it in its overlay and makes the container anew; no
        file of the project changes. `.venv` in `.dockerignore` keeps it out of the image as well.

        ## When it is not this
        An environment that is broken on this machine itself is `poetry-venv-broken`. A program that the image never had is `image-command-not-found`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown);
        }

        if (!evidence.Poetry.Has(out var poetry) || !evidence.Model.Has(out var model))
        {
            return Diagnosis.CannotTell(evidence.Poetry.Unknown ?? evidence.Model.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from container in containers.Containers
               where container.Failed
               let hit = container.Log.Append(container.Error).Select(line => Refused().Match(line)).FirstOrDefault(line => line.Success)
               where hit is not null
               let mount = model.Stack?.Find(container.Service)?.Mounts.FirstOrDefault(mount => mount.Kind == "bind" && poetry.Projects.Any(project => project.MountedBy is not null) && Shows(mount, hit, container))
               where mount is not null
               select new Finding(Id, container.Service, $"'{container.Service}' runs {hit.Value.Trim()} from the .venv of this machine, which is mounted at {mount.Target}")
               {
                   Facts = new Dictionary<string, string>
                   {
                       ["place"] = $"{mount.Target.TrimEnd('/')}/.venv",
                       ["built"] = model.Stack?.Find(container.Service)?.Build is null ? "" : "yes",
                   },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = finding.Facts["built"].Length == 0 ? [] :
        [
            new ChangeOverlay(finding.Subject, ["volumes"], [finding.Facts["place"]], $"keep the image's own environment at {finding.Facts["place"]}", finding.Says, IsList: true),
            new RemakeService(finding.Subject, true, finding.Says),
        ],
        Advice = [$"add an anonymous volume to '{finding.Subject}' in the Compose file: - {finding.Facts["place"]}", "echo .venv >>.dockerignore"],
    };

    private static bool Shows(Mount mount, Match hit, SeenContainer container) =>
        hit.Groups["path"].Value is ['/', ..] path ? path.StartsWith(mount.Target, StringComparison.Ordinal) : container.Command.Any(word => word.Contains(".venv", StringComparison.Ordinal)) || hit.Length > 0;

    // exec: ".venv/bin/python": stat .venv/bin/python: no such file or directory
    // sh: 1: .venv/bin/uvicorn: not found
    // /app/.venv/bin/uvicorn: cannot execute: required file not found
    // bash: .venv/bin/uvicorn: /home/ann/app/.venv/bin/python: bad interpreter: No such file or directory
    [GeneratedRegex("""(?<path>[\w./-]*\.venv/bin/[\w.-]+)(?="?: (?:stat|not found|cannot execute|no such file|No such file|\S+ bad interpreter|\S+: bad interpreter))""")]
    private static partial Regex Refused();
}
