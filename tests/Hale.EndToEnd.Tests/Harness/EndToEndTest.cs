namespace Hale.EndToEnd.Tests.Harness;

/// <summary>What every end-to-end test has: projects that are removed at its end, and an artefact folder when it failed.</summary>
public abstract class EndToEndTest : IAsyncLifetime
{
    private readonly List<TestProject> _projects = [];

    public virtual async ValueTask InitializeAsync() => await TinyImage.EnsureAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var project in _projects)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                await Artefacts.KeepAsync(project);
            }

            await project.RemoveAsync();
        }

        GC.SuppressFinalize(this);
    }

    internal TestProject Project(string compose) => Keep(TestProject.Of(compose));

    internal TestProject CopyOf(string folder) => Keep(TestProject.CopyOf(folder));

    private TestProject Keep(TestProject project)
    {
        _projects.Add(project);
        return project;
    }
}
