using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Docker.Tests;

/// <summary>Named volumes of a real engine: kept, made anew, and put back.</summary>
public sealed class Volumes(RealEngine real) : IAsyncLifetime
{
    private const string Fill = "echo 15 >/v/PG_VERSION; mkdir -p /v/base/1; echo rows >/v/base/1/2; chmod 700 /v /v/base; chmod 640 /v/base/1/2; chown -R 999:998 /v; ln -s base/1 /v/link; ln /v/base/1/2 /v/hard";
    private const string Tell = "cd /v && find . | sort | while read -r one; do stat -c '%n %F %a %u %g %Y %s' \"$one\"; done; cat PG_VERSION base/1/2 link/2";

    private readonly string _project = RealEngine.NewProject();
    private readonly string _folder = Directory.CreateTempSubdirectory("hale-volumes-").FullName;
    private readonly EngineClient _client = new(new Uri("unix:///var/run/docker.sock"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Volume => $"{_project}_data";

    private KeepVolume Keep => new("data", Volume, "it is of another version");

    private RenewVolume Renew => new("data", Volume, "it is of another version");

    public async ValueTask InitializeAsync()
    {
        real.Need();
        await Shell.RunAsync("docker", "volume", "create", "--label", $"com.docker.compose.project={_project}", "--label", "com.docker.compose.volume=data", Volume);
        await InVolumeAsync(Fill);
    }

    public async ValueTask DisposeAsync()
    {
        var left = await Shell.RunAsync("docker", "ps", "--all", "--quiet", "--filter", $"volume={Volume}");
        foreach (var id in left.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await Shell.RunAsync("docker", "rm", "--force", id);
        }

        await Shell.RunAsync("docker", "volume", "rm", "--force", Volume);
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_kept_of_a_volume_comes_back_with_its_owners_and_rights_and_what_was_in_it_meanwhile_is_kept_too()
    {
        var before = await InVolumeAsync(Tell);
        var service = await real.CreateAsync(_project, ["--volume", $"{Volume}:/data"], "sleep", "1000");
        await Shell.RunAsync("docker", "start", service);
        var hand = Hand();

        var kept = await hand.DoAsync(Keep, _ => { }, Stop);
        Assert.True(kept.Done, kept.Says);
        Assert.Equal("exited", await Shell.RunAsync("docker", "inspect", "--format", "{{.State.Status}}", service));
        Assert.Equal(before, await InVolumeAsync(Tell));

        var renewed = await hand.DoAsync(Renew, _ => { }, Stop);
        Assert.True(renewed.Done, renewed.Says);
        Assert.Empty(await Shell.RunAsync("docker", "volume", "ls", "--quiet", "--filter", $"name={Volume}"));

        await InVolumeAsync("echo newer >/v/new");
        var back = await Hand().PutBackAsync(kept.Volume!, Stop);
        Assert.True(back.Done, back.Says);
        Assert.Equal(before, await InVolumeAsync(Tell));
        Assert.Equal("data", await Shell.RunAsync("docker", "volume", "inspect", "--format", "{{index .Labels \"com.docker.compose.volume\"}}", Volume));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder, "volumes")).Length);
        Assert.Contains("newer", string.Concat(Directory.GetFiles(Path.Combine(_folder, "volumes")).Select(File.ReadAllText)), StringComparison.Ordinal);
        Assert.Empty(await Shell.RunAsync("docker", "ps", "--all", "--quiet", "--filter", $"label=hale.volume={Volume}"));
    }

    [Fact]
    public async Task A_volume_that_was_not_kept_or_is_not_the_stacks_own_stays()
    {
        var before = await InVolumeAsync(Tell);

        await RefusedAsync(Hand(), Renew, "was not kept");
        await RefusedAsync(Hand(new StackVolume("data", Volume, External: true)), Keep, "no volume that this project makes");
        await RefusedAsync(Hand(new StackVolume("other", $"{_project}_other", External: false)), Keep, "no volume that this project makes");
        await RefusedAsync(new VolumeHand(_client, new Resolved(new Stack { Name = "another", Volumes = [new StackVolume("data", Volume, false)] }), new Folder(_folder), TimeProvider.System), Keep, _project);

        await real.CreateAsync("another-project", ["--volume", $"{Volume}:/data"], "true");
        await RefusedAsync(Hand(), Keep, "none that `hale docker` makes");
        Assert.Equal(before, await InVolumeAsync(Tell));
    }

    [Fact]
    public async Task Where_the_disk_has_no_room_what_was_stopped_runs_again_and_the_volume_stays()
    {
        var before = await InVolumeAsync(Tell);
        var service = await real.CreateAsync(_project, ["--volume", $"{Volume}:/data"], "sleep", "1000");
        await Shell.RunAsync("docker", "start", service);
        var hand = new VolumeHand(_client, Model(), new Folder(_folder), TimeProvider.System, _ => VolumeArchive.Spare);

        await RefusedAsync(hand, Keep, "has no room");
        await RefusedAsync(hand, Renew, "was not kept");

        Assert.Equal("running", await Shell.RunAsync("docker", "inspect", "--format", "{{.State.Status}}", service));
        Assert.Equal(before, await InVolumeAsync(Tell));
    }

    [Fact]
    public async Task An_archive_that_was_changed_since_is_not_put_back()
    {
        var kept = (await Hand().DoAsync(Keep, _ => { }, Stop)).Volume!;
        var before = await InVolumeAsync(Tell);
        var file = Path.Combine(_folder, kept.File);
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        bytes[^3000] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Stop);

        Assert.False((await Hand().PutBackAsync(kept, Stop)).Done);
        Assert.Equal(before, await InVolumeAsync(Tell));
    }

    private static async Task RefusedAsync(VolumeHand hand, Act act, string says)
    {
        var receipt = await hand.DoAsync(act, _ => { }, Stop);

        Assert.False(receipt.Done);
        Assert.Contains(says, receipt.Says, StringComparison.Ordinal);
    }

    private Task<string> InVolumeAsync(string script) =>
        Shell.RunAsync("docker", "run", "--rm", "--network", "none", "--volume", $"{Volume}:/v", RealEngine.Image, "sh", "-c", $"busybox mkdir /tmp/bin && busybox --install -s /tmp/bin && PATH=/bin:/tmp/bin; {script}");

    private VolumeHand Hand(StackVolume? volume = null) => new(_client, Model(volume), new Folder(_folder), TimeProvider.System);

    private Resolved Model(StackVolume? volume = null) => new(new Stack { Name = _project, Volumes = [volume ?? new StackVolume("data", Volume, External: false)] });

    /// <summary>The model, and no more of Compose.</summary>
    private sealed class Resolved(Stack stack) : IComposer
    {
        public Task<ModelAnswer> ResolveAsync(CancellationToken stop) => Task.FromResult(new ModelAnswer(stack, null, true));

        public Task<IReadOnlyList<string>?> AllServicesAsync(CancellationToken stop) => throw Unexpected();

        public Task<ComposeAnswer> BuildAsync(IReadOnlyList<string> services, bool withoutCache, Action<BuildStep> step, CancellationToken stop) => throw Unexpected();

        public Task<ComposeAnswer> CreateAsync(IReadOnlyList<string>? services, CancellationToken stop) => throw Unexpected();

        public Task<ComposeAnswer> StartAsync(string service, CancellationToken stop) => throw Unexpected();

        public Task<ComposeAnswer> StopAsync(string service, CancellationToken stop) => throw Unexpected();

        public Task<IReadOnlyList<string>> OutOfDateAsync(Stack stack, CancellationToken stop) => throw Unexpected();

        public Task<IReadOnlyList<string>> ChangedSinceBuiltAsync(Stack stack, CancellationToken stop) => throw Unexpected();

        private static InvalidOperationException Unexpected() => new("a volume needs no more of Compose than its model");
    }

    /// <summary>A folder that is there.</summary>
    private sealed class Folder(string path) : IStateFolder
    {
        public string PathOf(string name) => Path.Combine(path, name);

        public void Make() => Directory.CreateDirectory(path);

        public string? Read(string name) => throw Unexpected();

        public void Write(string name, string text) => throw Unexpected();

        public void TryWrite(string name, string text) => throw Unexpected();

        public string? ReadKept(string name) => throw Unexpected();

        public void Delete(string name) => throw Unexpected();

        private static InvalidOperationException Unexpected() => new("an archive is no small text");
    }
}
