using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>Several checkouts of one project on one machine, whose Compose file fixes all the names and ports that it can.</summary>
public sealed class CheckoutTests : EndToEndTest
{
    private const string Everything =
        """
        name: NAME
        services:
          db:
            image: hale.test/tiny:1
            container_name: NAME-db
            command: ["sh", "-c", "trap 'exit 0' TERM; test -e /data/mine || echo HERE > /data/mine; while :; do sleep 0.2; done"]
            volumes: ["data:/data"]
            networks: [inner]
          web:
            build: { context: . }
            image: NAME-web:dev
            command: ["httpd", "-f", "-p", "80"]
            ports: ["PORT:80"]
            depends_on: [db]
            networks: [inner]
        volumes:
          data: { name: NAME-data }
        networks:
          inner: { name: NAME-inner }
        """;

    [Fact]
    public async Task Copies_run_side_by_side_each_with_its_own_names_data_and_ports()
    {
        var port = TestProject.FreePort();
        var first = Project("services: {}");
        var checkouts = new[] { first, Project("services: {}"), Project("services: {}"), Project("services: {}") };
        foreach (var checkout in checkouts)
        {
            checkout.Write("compose.yaml", Everything.Replace("NAME", first.Name, StringComparison.Ordinal).Replace("PORT", $"{port}", StringComparison.Ordinal).Replace("HERE", checkout.Name, StringComparison.Ordinal));
            checkout.Write("Dockerfile", $"FROM hale.test/tiny:1\nRUN echo {checkout.Name} > /which\n");
        }

        await Task.WhenAll(checkouts.Select(checkout => checkout.HaleDoesAsync("docker", "--yes")));
        var containers = await Task.WhenAll(checkouts.Select(OfFolderAsync));

        Assert.All(containers, own => Assert.Equal(2, own.Count));
        Assert.All(checkouts.Zip(containers), pair => Assert.Equal(pair.First.Name, Inside(pair.Second, "db", "/data/mine")));
        Assert.All(checkouts.Zip(containers), pair => Assert.Equal(pair.First.Name, Inside(pair.Second, "web", "/which")));
        Assert.Equal(4, containers.Select(own => own.Single(one => one.Service == "web").Ports).Distinct().Count());

        // A name that the file fixes still leads to its own container.
        Assert.All(containers, own => Assert.Equal(Address(own, "db"), Resolved(own, "web", $"{first.Name}-db")));

        await checkouts[0].HaleDoesAsync("down");
        Assert.Empty(await OfFolderAsync(checkouts[0]));
        Assert.All(await Task.WhenAll(checkouts.Skip(1).Select(OfFolderAsync)), own => Assert.Equal(2, own.Count));

        await checkouts[1].HaleDoesAsync("docker", "--yes");
        Assert.Equal(containers[1].Select(one => one.Id).Order(), (await OfFolderAsync(checkouts[1])).Select(one => one.Id).Order());

        var listed = await checkouts[1].HaleDoesAsync("list");
        Assert.All(checkouts, checkout => Assert.Contains(checkout.Folder, listed.Output, StringComparison.Ordinal));
        foreach (var checkout in checkouts.Skip(1))
        {
            await checkout.HaleDoesAsync("down", "--volumes", "data");
        }
    }

    [Fact]
    public async Task A_checkout_of_which_nothing_is_up_leaves_the_other_one_alone()
    {
        var first = Project($"name: held{Guid.NewGuid():N}\nservices:\n  app:\n    image: hale.test/tiny:1\n");
        var second = Project(await File.ReadAllTextAsync(first.PathOf("compose.yaml"), TestContext.Current.CancellationToken));
        await first.HaleDoesAsync("docker");

        var down = await second.HaleAsync("down");
        var status = await second.HaleAsync("status");

        Assert.Equal(1, down.ExitCode);
        Assert.Contains(first.Folder, down.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("running", status.Output, StringComparison.Ordinal);
        Assert.Single(await OfFolderAsync(first));
        await first.HaleDoesAsync("down");
    }

    [Fact]
    public async Task The_volume_of_a_checkout_is_not_removed_from_another_that_was_never_brought_up()
    {
        const string Kept = "services:\n  app:\n    image: hale.test/tiny:1\n    command: [sh, -c, \"test -e /data/mine || echo HERE > /data/mine; exec httpd -f -p 18080\"]\n    ports: [\"PORT:18080\"]\n    volumes: [data:/data]\nvolumes:\n  data: { name: NAME-data }\n";
        var first = Project("services: {}");
        var text = $"name: {first.Name}\n{Kept.Replace("NAME", first.Name, StringComparison.Ordinal).Replace("PORT", $"{TestProject.FreePort()}", StringComparison.Ordinal).Replace("HERE", first.Name, StringComparison.Ordinal)}";
        first.Write("compose.yaml", text);
        var second = Project(text);
        await first.HaleDoesAsync("docker");

        var ports = await second.HaleAsync("ports");
        var dry = await second.HaleAsync("docker", "--dry-run");
        await first.HaleDoesAsync("down");
        var down = await second.HaleAsync("down", "--volumes", "data");

        Assert.Contains($"the container {first.Name}-app-1", ports.Output, StringComparison.Ordinal);
        Assert.Contains("port-other-container", dry.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("zombie", dry.Told, StringComparison.Ordinal);
        Assert.Contains($"{first.Name}-{second.Name}", dry.Told, StringComparison.Ordinal);
        Assert.Equal(1, down.ExitCode);
        Assert.Contains(first.Folder, down.Told, StringComparison.Ordinal);
        await first.HaleDoesAsync("docker");
        Assert.Equal(first.Name, Inside(await OfFolderAsync(first), "app", "/data/mine"));
        await first.HaleDoesAsync("down", "--volumes", "data");
    }

    [Fact]
    public async Task What_a_checkout_has_stays_its_own_when_it_is_moved_while_it_is_up()
    {
        var place = Project("services: {}");
        foreach (var checkout in (string[])["main", "work"])
        {
            place.Write($"{checkout}/compose.yaml", Marked(place, checkout));
            Does(await HaleInAsync(place, checkout, "docker", "--yes"));
        }

        Directory.Move(place.PathOf("main"), place.PathOf("main2"));
        Directory.Move(place.PathOf("work"), place.PathOf("work2"));
        place.Write("work/compose.yaml", Marked(place, "anew"));
        place.Write("other/compose.yaml", Marked(place, "other"));
        var down = await HaleInAsync(place, "other", "down", "--volumes", "data");
        var other = Does(await HaleInAsync(place, "other", "docker", "--yes"));
        var anew = Does(await HaleInAsync(place, "work", "docker", "--yes"));

        Assert.Equal(1, down.ExitCode);
        Assert.Contains(place.PathOf("main2"), down.Told, StringComparison.Ordinal);
        Assert.Contains($"'{place.Name}-other'", other.Told, StringComparison.Ordinal);
        Assert.Contains($"hale -p {place.Name}-work down", anew.Told, StringComparison.Ordinal);
        Does(await HaleInAsync(place, "main2", "docker", "--yes"));
        Does(await HaleInAsync(place, "work2", "docker", "--yes"));
        foreach (var (name, mine) in ((string, string)[])[("", "main"), ("-work", "work"), ("-other", "other"), ("-2", "anew")])
        {
            Assert.Equal(mine, (await Tool.AskDockerAsync("exec", $"{place.Name}{name}-app-1", "cat", "/data/mine")).Trim());
        }

        foreach (var checkout in (string[])["main2", "work2", "other", "work"])
        {
            Does(await HaleInAsync(place, checkout, "down", "--volumes", "data"));
        }
    }

    [Fact]
    public async Task A_second_checkout_gets_one_certificate_for_the_name_that_it_gets()
    {
        var place = Project("services: {}");
        foreach (var checkout in (string[])["main", "work"])
        {
            place.Write($"{checkout}/compose.yaml", $"name: {place.Name}\nservices:\n  app:\n    image: hale.test/tiny:1\n    env_file: .env\nx-hale:\n  certificates: {{}}\n");
            place.Write($"{checkout}/.env.example", "COLOUR=green\n");
        }

        await HaleInAsync(place, "main", "docker");
        var work = await HaleInAsync(place, "work", "docker");

        Assert.Contains($"{place.Name}-work.localhost", work.Told, StringComparison.Ordinal);
        Assert.DoesNotContain($"{place.Name}.localhost", work.Told, StringComparison.Ordinal);
        Does(await HaleInAsync(place, "main", "down"));
        Does(await HaleInAsync(place, "work", "down"));
    }

    [Fact]
    public async Task What_is_up_of_a_checkout_whose_folder_is_gone_is_listed_with_the_command_that_ends_it()
    {
        var place = Project("services: {}");
        place.Write("main/compose.yaml", Marked(place, "main"));
        Does(await HaleInAsync(place, "main", "docker", "--yes"));
        Directory.Delete(place.PathOf("main"), recursive: true);

        var listed = await place.HaleAsync("list");

        Assert.Contains($"gone: {place.PathOf("main")}", listed.Output, StringComparison.Ordinal);
        Assert.Contains($"`docker compose -p {place.Name} down`", listed.Output, StringComparison.Ordinal);
    }

    private static string Marked(TestProject place, string mark) =>
        $"name: {place.Name}\nservices:\n  app:\n    image: hale.test/tiny:1\n    command: [sh, -c, \"test -e /data/mine || echo {mark} > /data/mine; exec httpd -f -p 18080\"]\n    volumes: [data:/data]\nvolumes:\n  data: {{}}\n";

    private static Task<Ran> HaleInAsync(TestProject place, string checkout, params IEnumerable<string> arguments) =>
        Tool.RunAsync(Repository.Hale, ["-C", place.PathOf(checkout), .. arguments], place.PathOf(checkout), new Dictionary<string, string>(), TimeSpan.FromMinutes(3));

    private static Ran Does(Ran ran)
    {
        Assert.True(ran.ExitCode == 0, ran.Told);
        return ran;
    }

    private static async Task<IReadOnlyList<Own>> OfFolderAsync(TestProject checkout)
    {
        var ran = await Tool.RunAsync("docker", ["ps", "--all", "--filter", $"label=com.docker.compose.project.working_dir={checkout.Folder}", "--format", "{{.ID}}\t{{.Label \"com.docker.compose.service\"}}\t{{.Ports}}"]);
        return [.. ran.Lines.Select(line => line.Split('\t')).Select(parts => new Own(parts[0], parts[1], parts.ElementAtOrDefault(2) ?? ""))];
    }

    private static string Inside(IReadOnlyList<Own> own, string service, string file) => Exec(own, service, "cat", file);

    private static string Address(IReadOnlyList<Own> own, string service) => Exec(own, service, "hostname", "-i");

    // PING notes-db (172.18.0.2): 56 data bytes
    private static string Resolved(IReadOnlyList<Own> own, string service, string name) => Exec(own, service, "ping", "-c", "1", "-w", "3", name).Split('(', ')')[1];

    private static string Exec(IReadOnlyList<Own> own, string service, params string[] command) =>
        Tool.RunAsync("docker", ["exec", own.Single(one => one.Service == service).Id, .. command]).GetAwaiter().GetResult().Output.Trim();

    private sealed record Own(string Id, string Service, string Ports);
}
