using Hale.Machine.Projects;

namespace Hale.Machine.Tests;

public sealed class ProjectLockTests : IDisposable
{
    private readonly TemporaryProject _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_one_is_refused_and_learns_who_holds_it()
    {
        using var first = ProjectLock.TryTake(_folder.Project, "hale docker");

        Assert.NotNull(first);
        Assert.Null(ProjectLock.TryTake(_folder.Project, "hale down"));
        var holder = ProjectLock.HolderOf(_folder.Project);
        Assert.Equal((Environment.ProcessId, "hale docker"), (holder?.Pid, holder?.Command));
    }

    [Fact]
    public async Task A_second_one_that_waits_gets_it_when_the_first_lets_go()
    {
        var heard = 0;
        var first = ProjectLock.TryTake(_folder.Project, "hale docker");
        var second = ProjectLock.TakeAsync(
            _folder.Project, "hale down", TimeSpan.FromSeconds(20), _ => heard++, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);

        first!.Dispose();

        using var taken = await second;
        Assert.NotNull(taken);
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task A_second_one_gives_up_when_its_patience_ends()
    {
        using var first = ProjectLock.TryTake(_folder.Project, "hale docker");

        Assert.Null(await ProjectLock.TakeAsync(
            _folder.Project, "x", TimeSpan.FromMilliseconds(150), _ => { }, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_in_the_place_of_the_state_folder_is_nobodys_lock()
    {
        _folder.Write(".hale", "");

        Assert.ThrowsAny<IOException>(() => ProjectLock.TryTake(_folder.Project, "hale docker"));
    }

    [Fact]
    public void It_is_let_go_though_the_state_folder_was_deleted()
    {
        var held = ProjectLock.TryTake(_folder.Project, "hale docker");
        Directory.Delete(_folder.Project.State, recursive: true);

        held!.Dispose();

        using var again = ProjectLock.TryTake(_folder.Project, "hale down");
        Assert.NotNull(again);
    }

    [Fact]
    public void What_a_dead_holder_left_behind_names_nobody()
    {
        _folder.Write(".hale/lock.json", """{"pid":2147483647,"started":5,"command":"hale docker"}""");

        Assert.Null(ProjectLock.HolderOf(_folder.Project));
        using var taken = ProjectLock.TryTake(_folder.Project, "hale docker");
        Assert.NotNull(taken);
    }
}
