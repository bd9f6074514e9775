using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>A project with a PostgreSQL server that holds one table of notes.</summary>
public abstract class DatabaseTest : EndToEndTest
{
    private protected const string Secret = "kJ7-a-very-secret-word";

    private protected const string Compose = """
        services:
          db:
            image: postgres:17
            environment: { POSTGRES_USER: keeper, POSTGRES_PASSWORD: "${PASSWORD}", POSTGRES_DB: notes }
            volumes: ["data:/var/lib/postgresql/data", "./db/init:/docker-entrypoint-initdb.d:ro"]
            healthcheck:
              test: ["CMD", "pg_isready", "-h", "127.0.0.1", "-U", "keeper"]
              interval: 1s
        volumes:
          data: {}
        """;

    private protected const string First = "create table note (id int primary key, text text);\ninsert into note values (1, 'first');\n";

    private protected async Task<TestProject> RunningAsync()
    {
        var project = Project(Compose);
        project.Write(".env", $"PASSWORD={Secret}\n");
        project.Write("db/init/01-notes.sql", First);
        await project.HaleDoesAsync("docker", "--yes");
        return project;
    }

    private protected static string Before(TestProject project) => Assert.Single(Directory.GetDirectories(project.PathOf(".hale/snapshots"), "before-restore-*").Order(StringComparer.Ordinal).Take(1).Select(path => Path.GetFileName(path)));

    private protected static Task<string> NotesAsync(TestProject project) => SqlAsync(project, "select string_agg(format('%s %s', id, text), ', ' order by id) from note");

    private protected static async Task<string> SqlAsync(TestProject project, string sql) => (await project.InsideAsync("db", "psql", "-XAtq", "-U", "keeper", "-d", "notes", "-c", sql)).Trim();
}
