namespace Hale.EndToEnd.Tests.Harness;

/// <summary>
/// The one image that every test project runs: Debian's static busybox with links, and two commands of its own,
/// <c>stay</c> (waits to be told to stop) and <c>serve PORT…</c> (listens, and waits).
/// </summary>
internal static class TinyImage
{
    private const string Name = "hale.test/tiny:1";

    private const string Stay = """
        #!/bin/sh
        trap 'exit 0' TERM INT
        while :; do sleep 3600 & wait $!; done
        """;

    private const string Serve = """
        #!/bin/sh
        for port in "$@"; do httpd -p "$port" -h /; done
        exec stay
        """;

    public static async Task EnsureAsync()
    {
        if ((await Tool.DockerAsync("image", "inspect", Name)).ExitCode == 0)
        {
            return;
        }

        var scratch = Directory.CreateTempSubdirectory("hale-tiny-");
        try
        {
            var root = Path.Combine(scratch.FullName, "root");
            await UnpackBusyboxAsync(scratch.FullName, root);
            File.WriteAllText(Path.Combine(root, "bin", "stay"), Stay + "\n");
            File.WriteAllText(Path.Combine(root, "bin", "serve"), Serve + "\n");
            File.WriteAllText(Path.Combine(root, "etc", "passwd"), "root:x:0:0::/:/bin/sh\napp:x:1000:1000::/tmp:/bin/sh\n");
            File.WriteAllText(Path.Combine(root, "etc", "group"), "root:x:0:\napp:x:1000:\n");
            await ImportAsync(scratch.FullName, root);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task UnpackBusyboxAsync(string scratch, string root)
    {
        var fetched = await Tool.RunAsync("apt-get", ["-q", "download", "busybox-static"], scratch);
        var package = Directory.EnumerateFiles(scratch, "busybox-static_*.deb").FirstOrDefault()
            ?? throw new InvalidOperationException($"Debian's busybox-static could not be fetched (apt-get download): {fetched.Errors}");
        var unpacked = Path.Combine(scratch, "package");
        await Tool.RunAsync("dpkg-deb", ["-x", package, unpacked]);
        var busybox = Directory.EnumerateFiles(unpacked, "busybox", SearchOption.AllDirectories).First(file => file.EndsWith("bin/busybox", StringComparison.Ordinal));

        var bin = Directory.CreateDirectory(Path.Combine(root, "bin")).FullName;
        foreach (var folder in (string[])["tmp", "etc", "run", "var/tmp"])
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        File.Copy(busybox, Path.Combine(bin, "busybox"));
        var applets = await Tool.RunAsync(Path.Combine(bin, "busybox"), ["--list"]);
        foreach (var applet in applets.Lines.Where(applet => applet != "busybox"))
        {
            File.CreateSymbolicLink(Path.Combine(bin, applet), "busybox");
        }
    }

    private static async Task ImportAsync(string scratch, string root)
    {
        var archive = Path.Combine(scratch, "root.tar");
        await Tool.RunAsync("tar", ["--numeric-owner", "--mode=755", "--owner=0", "--group=0", "-C", root, "-cf", archive, "."]);
        await Tool.AskDockerAsync("import", "-c", "ENV PATH=/bin", "-c", "CMD [\"stay\"]", archive, Name);
    }
}
