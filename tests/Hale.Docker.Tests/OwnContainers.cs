using Docker.DotNet.Models;

namespace Hale.Docker.Tests;

/// <summary>Which of the containers of one name are this checkout's is asked once for all that were made from one place.</summary>
public sealed class OwnContainers
{
    [Fact]
    public void Each_place_is_asked_about_once()
    {
        var asked = new List<string>();
        var rows = Enumerable.Range(0, 6).Select(number => new ContainerListResponse { ID = $"{number}", Labels = new Dictionary<string, string> { ["com.docker.compose.project.working_dir"] = number % 2 == 0 ? "/here" : "/there" } });

        var own = ComposeProjects.Own(rows, (folder, _) =>
        {
            asked.Add(folder);
            return folder == "/there";
        });

        Assert.Equal(["0", "2", "4"], own.Select(row => row.ID));
        Assert.Equal(["/here", "/there"], asked);
    }
}
