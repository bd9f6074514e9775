using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Volume;

/// <summary>A file of the project that a service mounts is not there.</summary>
public sealed class BindFileMissing : Fault
{
    private const string Template = "template";

    public override string Id => "bind-file-missing";

    public override string Title => "A file that a service mounts is not there";

    public override Needs Needs => Needs.Mounts;

    public override string Page => """
        A service mounts a file of the project that is not there. In the short syntax, `./app.conf:/etc/app.conf`, the engine would make an empty
        folder of its name, owned by root, and mount that.

        ## What we look at
        The sources of the mounts, before anything is started: one that lies in the project, is not there, and whose name has the ending of a
        file, as its target has.

        ## Why it happens
        The file is kept out of Git and each checkout makes its own, often from a template beside it.

        ## What mends it
        A file that has a template beside it is made from that. Otherwise the file has to be written; the stack is started without it.

        ## When it is not this
        Once the folder is there, it is `bind-dir-onto-file` or `bind-source-becomes-dir`. A mount in the long
        syntax whose folder is missing is `bind-source-missing-long`.
        """;

    public override Diagnosis Detect(Evidence evidence) => evidence.Mounts.Has(out var mounts)
        ? Diagnosis.Present([.. mounts.Mounts.Where(mount => mount is { Exists: false, InProject: not null } && Mount.NamesFile(mount.Source, mount.Target)).DistinctBy(mount => mount.InProject).Select(Found)])
        : Diagnosis.CannotTell(evidence.Mounts.Unknown);

    public override Remedy Mend(Finding finding)
    {
        var template = finding.Facts[Template];
        return template.Length > 0
            ? new Remedy { Acts = [new CreateFile(finding.Subject, template, finding.Says) { ForOthers = true }], Advice = [$"cp {Command.Quoted(template)} {Command.Quoted(finding.Subject)}"] }
            : Remedy.ByHand($"write the file {finding.Subject}", $"docker compose up -d --force-recreate {finding.Service}");
    }

    private Finding Found(HostMount mount) => new(Id, mount.InProject!, $"'{mount.Service}' mounts the file {mount.InProject}, which is not there")
    {
        Service = mount.Service,
        Facts = new Dictionary<string, string> { [Template] = mount.Template ?? "" },
        OnlyWarns = mount.Template is null,
    };
}
