using System.Globalization;
using Hale.Kernel.Faults;

namespace Hale.Faults.Poetry;

/// <summary>Locks a project again with the Poetry that wrote its lock: this machine's, or the one in the image that is built from the project.</summary>
internal static class Relock
{
    private const string File = "poetry.lock";

    /// <summary>A finding about the lock, with what the remedy needs to know.</summary>
    public static Finding Finding(string id, PoetryProject project, PoetryFacts poetry, string says, bool onlyWarns = false) => new(id, project.PathOf(File), says)
    {
        Service = project.Service,
        OnlyWarns = onlyWarns || project.IsAside,
        Facts = new Dictionary<string, string>
        {
            ["folder"] = project.Folder,
            ["service"] = project.Pyproject is null ? project.Service ?? "" : "",
            ["host"] = project.Pyproject is null && Fits(project, poetry.HostVersion) ? poetry.HostVersion! : "",
            ["there"] = project.Lock is LockState.Missing ? "" : "yes",
            ["git"] = project.WholeInGit ? "whole" : "",
            ["paths"] = string.Join('\n', project.Paths),
        },
    };

    /// <summary>Locks again and keeps the versions that are locked already.</summary>
    public static Remedy Keeping(Finding finding, params IReadOnlyList<Act> before) => Of(finding, keeps: true, before);

    /// <summary>Brings the last commit's lock back where that one can be read; else locks from nothing.</summary>
    public static Remedy Anew(Finding finding)
    {
        if (finding.Facts["git"].Length == 0)
        {
            return Of(finding, keeps: false, []);
        }

        string[] arguments = ["checkout", "HEAD", "--", File];
        return new Remedy
        {
            Acts = [new RunTool("git", arguments, finding.Facts["folder"], [finding.Subject], $"restore {finding.Subject} from the last commit", finding.Says)],
            Advice = [$"git checkout HEAD -- {finding.Subject}"],
        };
    }

    private static Remedy Of(Finding finding, bool keeps, IReadOnlyList<Act> before)
    {
        var (folder, service, host) = (finding.Facts["folder"], finding.Facts["service"], finding.Facts["host"]);
        var command = Arguments(host, keeps);
        Act? act = host.Length > 0
            ? new RunTool("poetry", command, folder, [finding.Subject], $"run `poetry {string.Join(' ', command)}` for {finding.Subject}", finding.Says)
            : service.Length > 0 ? InImage(finding, service, folder, keeps) : null;
        var place = folder == "." ? "" : $"cd {folder} && ";
        var aside = host.Length == 0 && !keeps && finding.Facts["there"].Length > 0 ? $"mv {File} {File}.old && " : "";
        return new Remedy { Acts = act is null ? [] : [.. before, act], Advice = [$"{place}{aside}poetry {string.Join(' ', host.Length > 0 ? command : ["lock"])}"] };
    }

    // Poetry 1 updates everything unless it is told not to; Poetry 2 keeps everything, and no longer knows the option.
    private static RunInBuildImage InImage(Finding finding, string service, string folder, bool keeps)
    {
        var paths = finding.Facts["paths"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new RunInBuildImage(
            service,
            "poetry",
            keeps ? "poetry lock --no-update 2>/dev/null || poetry lock" : "poetry lock",
            folder,
            keeps ? ["pyproject.toml", File, .. paths] : ["pyproject.toml", .. paths],
            File,
            $"run `poetry lock` for {finding.Subject} in the build image of '{service}'",
            finding.Says);
    }

    private static string[] Arguments(string host, bool keeps) => (IsFirst(host), keeps) switch
    {
        (true, true) => ["lock", "--no-update"],
        (true, false) => ["lock"],
        (false, true) => ["lock"],
        (false, false) => ["lock", "--regenerate"],
    };

    // A lock in another format than before may be one that the Poetry in the image does not read.
    private static bool Fits(PoetryProject project, string? host) => host is not null && (project.LockedBy ?? project.LockVersion) switch
    {
        { } wrote when project.LockedBy is not null || wrote == "2.1" => Major(wrote) == Major(host),
        _ => project.Service is null,
    };

    private static bool IsFirst(string version) => version.Length > 0 && Major(version) == 1;

    private static int Major(string version) => int.Parse(version.Split('.')[0], CultureInfo.InvariantCulture);
}
