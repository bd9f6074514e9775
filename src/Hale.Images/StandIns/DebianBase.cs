using Hale.Kernel.Commands;
using Hale.Kernel.Engines;

namespace Hale.Images.StandIns;

/// <summary>A small Debian unpacked from the distribution's archive, made once a suite and shared by all stand-ins built on it.</summary>
public sealed class DebianBase(ICommandRunner runner, IImageStore images)
{
    private const string Program = "mmdebstrap";

    // What the official image sets too: no services are started by packages, nothing is kept that an image does not need.
    private const string LikeTheOfficialOne = """
        printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
        chmod +x "$1/usr/sbin/policy-rc.d"
        printf 'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };\nDir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\n' >"$1/etc/apt/apt.conf.d/docker-clean"
        rm -f "$1"/var/cache/apt/*.bin
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static string NameFor(string suite) => $"hale.local/stand-in/debian:{suite}-slim";

    /// <summary>Makes the base unless it is there; the answer is why it could not be made, or null.</summary>
    public async Task<string?> EnsureAsync(string suite, Action<string> progress, CancellationToken stop)
    {
        var name = NameFor(suite);
        if ((await images.IdsAsync([name], stop).ConfigureAwait(false)).Count > 0)
        {
            return null;
        }

        if (runner.Find(Program) is null)
        {
            return $"the program '{Program}' is not installed";
        }

        var folder = Directory.CreateTempSubdirectory("hale-base-");
        try
        {
            var archive = Path.Combine(folder.FullName, $"{suite}.tar");
            return await RunAsync(Unpack(suite, archive), progress, stop).ConfigureAwait(false)
                ?? await RunAsync(Import(archive, name), progress, stop).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Command Unpack(string suite, string archive) => new(
        Program,
        [
            "--variant=minbase",
            "--include=ca-certificates",
            "--dpkgopt=force-unsafe-io",
            "--dpkgopt=path-exclude=/usr/share/doc/*",
            "--dpkgopt=path-include=/usr/share/doc/*/copyright",
            "--dpkgopt=path-exclude=/usr/share/man/*",
            "--dpkgopt=path-exclude=/usr/share/info/*",
            "--dpkgopt=path-exclude=/usr/share/locale/*",
            "--aptopt=Acquire::Languages \"none\"",
            $"--customize-hook={LikeTheOfficialOne}",
            suite,
            archive,
        ])
    {
        Timeout = Patience,
    };

    private static Command Import(string archive, string name) => new(
        "docker",
        [
            "import",
            "--change", "CMD [\"bash\"]",
            "--change", "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "--change", $"LABEL {StandInLabels.For}={name["hale.local/stand-in/".Length..]}",
            archive,
            name,
        ])
    {
        Timeout = Patience,
    };

    private async Task<string?> RunAsync(Command command, Action<string> progress, CancellationToken stop)
    {
        var end = await runner.RunAsync(command, (line, _) => progress(line), stop).ConfigureAwait(false);
        return end.Done ? null : $"{command.Program} failed: {end.LastWords}";
    }
}
