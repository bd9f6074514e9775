using System.Text.Json;
using Hale.Kernel.Commands;

namespace Hale.Images.Trust;

/// <summary>What an image holds that matters for trust, seen without running anything in it.</summary>
public sealed record ImageInside
{
    private const string Updater = "/usr/sbin/update-ca-certificates";

    private static readonly string[] Bundles =
    [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ];

    /// <summary>The user it runs as; empty for root.</summary>
    public string User { get; init; } = "";

    /// <summary>Where its bundle of roots lies; null when it has none.</summary>
    public string? BundlePath { get; init; }

    /// <summary>The bundle's content; empty when it has none.</summary>
    public string Bundle { get; init; } = "";

    /// <summary>True when it has the program that makes the bundle anew from the certificates added.</summary>
    public bool CanUpdate { get; init; }

    /// <summary>Looks into an image that the engine has; the answer is null when it cannot be opened, with the engine's words in <paramref name="refused"/>.</summary>
    public static async Task<ImageInside?> LookAsync(ICommandRunner runner, string image, Action<string> refused, CancellationToken stop)
    {
        // A container that never runs is how the engine shows an image's files; an image without a command needs one to be created.
        var made = await runner.RunAsync(new Command("docker", ["create", "--network", "none", "--pull", "never", image, "never-run"]), null, stop).ConfigureAwait(false);
        var container = made.Output.Trim();
        if (!made.Done || container.Length == 0)
        {
            refused(made.LastWords);
            return null;
        }

        try
        {
            return await LookAtAsync(runner, image, container, stop).ConfigureAwait(false);
        }
        finally
        {
            await runner.RunAsync(new Command("docker", ["rm", "--volumes", "--force", container]), null, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<ImageInside> LookAtAsync(ICommandRunner runner, string image, string container, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("hale-trust-");
        try
        {
            var inside = new ImageInside
            {
                User = await UserAsync(runner, image, stop).ConfigureAwait(false),
                CanUpdate = await CopyAsync(runner, container, Updater, folder.FullName, stop).ConfigureAwait(false) is not null,
            };
            foreach (var path in Bundles)
            {
                if (await CopyAsync(runner, container, path, folder.FullName, stop).ConfigureAwait(false) is { } copy)
                {
                    return inside with { BundlePath = path, Bundle = await File.ReadAllTextAsync(copy, stop).ConfigureAwait(false) };
                }
            }

            return inside;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string?> CopyAsync(ICommandRunner runner, string container, string path, string folder, CancellationToken stop)
    {
        var copy = Path.Combine(folder, Path.GetFileName(path));
        var end = await runner.RunAsync(new Command("docker", ["cp", "--follow-link", $"{container}:{path}", copy]), null, stop).ConfigureAwait(false);
        return end.Done && File.Exists(copy) ? copy : null;
    }

    private static async Task<string> UserAsync(ICommandRunner runner, string image, CancellationToken stop)
    {
        var end = await runner.RunAsync(new Command("docker", ["image", "inspect", "--format", "{{json .Config.User}}", image]), null, stop).ConfigureAwait(false);
        using var user = JsonDocument.Parse(end.Done ? end.Output : "\"\"");
        return user.RootElement.GetString() ?? "";
    }
}
