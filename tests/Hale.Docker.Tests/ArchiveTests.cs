using System.Formats.Tar;

namespace Hale.Docker.Tests;

/// <summary>The file in which the content of a volume is kept.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hale-archive-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "volumes", "data.tar");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_written_whole_is_told_by_its_digest_and_is_for_this_user_alone()
    {
        var archive = new VolumeArchive(File, _ => long.MaxValue);

        var digest = await archive.WriteAsync(new MemoryStream(Tar()), Stop);

        Assert.Equal(digest, await archive.ReadToEndAsync(Stop));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task What_was_cut_off_is_not_kept()
    {
        await RefusedAsync(Tar()[..^700], long.MaxValue, "cut off");
        await RefusedAsync([], long.MaxValue, "cut off");
        await RefusedAsync(new byte[2048], long.MaxValue, "holds nothing");
    }

    [Fact]
    public async Task A_disk_without_room_to_spare_keeps_nothing() => await RefusedAsync(Tar(), VolumeArchive.Spare, "has no room");

    [Fact]
    public async Task What_is_not_there_has_no_digest() => Assert.Null(await new VolumeArchive(File, _ => 0).ReadToEndAsync(Stop));

    private async Task RefusedAsync(byte[] content, long free, string says)
    {
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => new VolumeArchive(File, _ => free).WriteAsync(new MemoryStream(content), Stop));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    private static byte[] Tar()
    {
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "data/"));
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "data/a") { DataStream = new MemoryStream("what was in it"u8.ToArray()) });
        }

        return stream.ToArray();
    }
}
