using System.Net;
using System.Net.Sockets;
using Hale.Machine.Checkouts;
using Hale.Machine.Projects;

namespace Hale.Machine.Tests;

public sealed class CheckoutClaimsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hale-test-").FullName;

    private CheckoutList List => new(Path.Combine(_folder, "state"), TimeProvider.System);

    private CheckoutClaims Claims => new(List, TimeProvider.System);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("work/shop", "shop", "work/shop-login", "shop-login")]
    [InlineData("work/shop", "shop", "work/Login_2", "shop-login_2")]
    [InlineData("a/shop", "shop", "b/shop", "shop-2")]
    [InlineData("a/x", "shop", "b/Ünïcode (neu)", "shop-n-code-neu")]
    public async Task The_second_checkout_gets_a_name_that_tells_it_apart(string first, string name, string second, string expected)
    {
        Assert.Equal((name, null), await NameOfAsync(first, name));
        Assert.Equal((expected, At(first)), await NameOfAsync(second, name));

        Assert.Equal((name, null), await NameOfAsync(first, name));
        Assert.Equal((expected, null), await NameOfAsync(second, expected));
    }

    [Fact]
    public async Task Of_many_at_the_same_time_each_gets_a_name_and_ports_of_its_own()
    {
        var port = FreePort();
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => ClaimAsync($"{at}/shop", "shop", port))));

        Assert.Equal(8, claims.Select(claim => claim.Name).Distinct().Count());
        Assert.Equal(8, claims.Select(claim => claim.Taken is [var taken] ? taken.Instead : port).Distinct().Count());
        Assert.Single(claims, claim => claim.Taken.Count == 0);
    }

    [Fact]
    public async Task What_a_process_that_is_gone_was_about_to_publish_is_free()
    {
        var port = FreePort();
        await ClaimAsync("a/shop", "shop", port);
        await List.ChangeAsync<int>(known => ([.. known.Select(one => one with { Started = one.Started + 1 })], 0), TestContext.Current.CancellationToken);

        Assert.Empty((await ClaimAsync("b/blog", "blog", port)).Taken);
    }

    [Fact]
    public async Task A_checkout_that_is_gone_leaves_the_plain_name_free_and_keeps_a_name_of_its_own()
    {
        await NameOfAsync("a/shop", "shop");
        await NameOfAsync("b/shop", "shop");
        Directory.Delete(At("a"), recursive: true);
        Directory.Delete(At("b"), recursive: true);

        Assert.Equal(("shop", null), await NameOfAsync("c/shop", "shop"));
        Assert.Equal(("shop-3", At("c/shop")), await NameOfAsync("d/shop", "shop"));
    }

    [Fact]
    public async Task A_name_that_a_person_gave_stays()
    {
        await NameOfAsync("a/shop", "shop");

        var claim = await Claims.ClaimAsync(new CheckoutWish(Made("b/shop"), "shop", MayRename: false, [], []), TestContext.Current.CancellationToken);

        Assert.Equal(("shop", null), (claim.Name, claim.Other));
    }

    [Fact]
    public async Task A_stack_that_Compose_made_from_another_folder_has_its_name()
    {
        var claim = await Claims.ClaimAsync(new CheckoutWish(Made("b/shop"), "shop", MayRename: true, [], [Made("elsewhere")]), TestContext.Current.CancellationToken);

        Assert.Equal(("shop-2", At("elsewhere")), (claim.Name, claim.Other));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[null, {}, {\"folder\": 3}]")]
    [InlineData("[null, {}, {\"folder\": \"/x\", \"name\": null}]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_list_that_cannot_be_read_is_kept_aside_and_begins_anew(string text)
    {
        Directory.CreateDirectory(At("state"));
        await File.WriteAllTextAsync(At("state/checkouts.json"), text, TestContext.Current.CancellationToken);
        var list = List;
        var isList = text.EndsWith("null}]", StringComparison.Ordinal);

        Assert.Equal(isList, list.Flaw() is null);
        Assert.Equal("shop", (await new CheckoutClaims(list, TimeProvider.System).ClaimAsync(new CheckoutWish(Made("a/shop"), "shop", MayRename: true, [], []), TestContext.Current.CancellationToken)).Name);
        Assert.Equal(isList ? null : text, list.KeptAside is { } aside ? await File.ReadAllTextAsync(aside, TestContext.Current.CancellationToken) : null);
        Assert.Single(list.Read());
        Assert.Null(list.Flaw());
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_list_stays_and_its_target_is_written()
    {
        await NameOfAsync("a/shop", "shop");
        Made("kept");
        File.Move(At("state/checkouts.json"), At("kept/list.json"));
        File.CreateSymbolicLink(At("state/checkouts.json"), At("kept/list.json"));

        Assert.Equal(("shop-2", At("a/shop")), await NameOfAsync("b/shop", "shop"));
        Assert.NotNull(new FileInfo(At("state/checkouts.json")).LinkTarget);
        Assert.Contains("shop-2", await File.ReadAllTextAsync(At("kept/list.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal([At("kept/list.json")], Directory.GetFiles(At("kept")));
    }

    [Fact]
    public async Task What_a_link_in_the_place_of_the_list_leads_to_is_left_when_it_is_no_list()
    {
        Made("state");
        await File.WriteAllTextAsync(At("notes.txt"), "mine", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(At("state/checkouts.json"), At("notes.txt"));

        var refusal = await Assert.ThrowsAsync<IOException>(() => NameOfAsync("a/shop", "shop"));

        Assert.Contains(At("notes.txt"), refusal.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(At("notes.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_list_is_read_again_only_when_somebody_wrote_it()
    {
        await NameOfAsync("a/shop", "shop");
        var list = List;
        var before = list.Read();

        Assert.Same(before, list.Read());

        await NameOfAsync("b/shop", "shop");

        Assert.Equal(2, list.Read().Count);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_list_is_told()
    {
        Made("state/checkouts.json");

        var refusal = await Assert.ThrowsAsync<IOException>(() => NameOfAsync("a/shop", "shop"));

        Assert.Equal($"{At("state/checkouts.json")} is a folder, where Hale's list of checkouts belongs", refusal.Message);
        Assert.Equal(refusal.Message, List.Flaw());
        Assert.Empty(List.Read());
    }

    [Fact]
    public void A_name_that_came_along_with_a_copy_is_not_the_copys()
    {
        var first = Of("first");
        first.Note(new CheckoutClaim("shop-2", "/elsewhere", []));
        Directory.CreateDirectory(At("copy/.hale"));
        File.Copy(At("first/.hale/checkout.json"), At("copy/.hale/checkout.json"));

        Assert.Equal("shop-2", first.Given());
        Assert.Null(Of("copy").Given());

        Directory.Move(At("first"), At("moved"));
        Assert.Equal("shop-2", Of("moved").Given());
    }

    [Fact]
    public void The_projects_own_name_is_Composes_to_find_until_the_folder_moves()
    {
        var first = Of("shop");
        first.Note(new CheckoutClaim("shop", null, []));
        Assert.Null(first.Given());

        Directory.Move(At("shop"), At("store"));
        Assert.Equal("shop", Of("store").Given());
        Assert.Null(Of("store").Facts().OwnName);

        // Brought up where it is now, it goes on under the name of its volumes.
        Of("store").Note(new CheckoutClaim("shop", null, []));
        Assert.Equal("shop", Of("store").Given());
    }

    [Fact]
    public async Task A_name_that_Hale_gave_is_known_though_the_checkout_was_cleaned()
    {
        await UpAsync("a/shop");
        await UpAsync("b/login");
        Directory.Delete(At("b/login/.hale"), recursive: true);

        Assert.Equal("shop-login", Of("b/login").Given());
        Assert.Equal(("shop-login", null), Of(await UpAsync("b/login")));
        Assert.Null(Of("a/shop").Given());

        // What the Compose file gives a fixed name must not be shared with the other one after that either.
        Assert.Equal((At("a/shop"), "shop-login"), (Of("b/login").Facts().Other, Of("b/login").Given()));
    }

    [Fact]
    public async Task A_copy_is_not_the_checkout_that_it_is_of_though_that_was_moved()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere a copy and a moved folder cannot be told apart");
        await UpAsync("a/shop");
        Directory.CreateDirectory(At("a/copy/.hale"));
        File.Copy(At("a/shop/.hale/checkout.json"), At("a/copy/.hale/checkout.json"));
        Directory.Move(At("a/shop"), At("a/moved"));

        Assert.False(Of("a/copy").IsNoted);
        Assert.Equal("shop", Of("a/moved").Given());
        Assert.Equal(("shop-copy", At("a/moved")), Of(await UpAsync("a/copy")));
        Assert.Equal(("shop", null), Of(await UpAsync("a/moved")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_checkout_made_at_the_place_of_one_that_was_moved_is_another(bool isByOlder)
    {
        await UpAsync("a/shop");
        await UpAsync("b/work");
        if (isByOlder)
        {
            // An older Hale leaves out what it does not know.
            await List.ChangeAsync<int>(known => ([.. known.Select(one => one with { Id = null, Mark = null })], 0), TestContext.Current.CancellationToken);
        }

        Directory.Move(At("b/work"), At("b/old"));
        Made("b/work");

        Assert.Null(Of("b/work").Given());
        Assert.Equal(At("b/old"), Of("b/work").OwnerOf(At("b/work"), ""));
        var made = await UpAsync("b/work");

        Assert.Equal(("shop-2", At("a/shop"), "shop-work"), (made.Name, made.Other, made.Before));
        Assert.Equal("shop-work", Of("b/old").Given());
        Assert.Null(Of("b/old").OwnerOf(At("b/work"), ""));
        Assert.Equal(("shop-work", null), Of(await UpAsync("b/old")));
        Assert.Equal("shop-2", Of("b/work").Given());
        Assert.Equal([At("a/shop"), At("b/old"), At("b/work")], List.Read().Select(one => one.Folder));
    }

    [Fact]
    public async Task One_that_was_moved_out_of_sight_keeps_its_name_from_what_is_made_in_its_place()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere a cleaned folder and a new one cannot be told apart");
        await UpAsync("a/shop");
        await UpAsync("b/work");
        Made("far/below/there");
        Directory.Move(At("b/work"), At("far/below/there/work"));

        Assert.Equal("shop-2", (await UpAsync("b/work")).Name);
        Assert.Equal("shop-work", (await UpAsync("far/below/there/work")).Name);
    }

    [Theory]
    [InlineData("a/main2")]
    [InlineData("a/sub/main")]
    public async Task The_first_checkout_keeps_its_name_where_it_was_moved_to(string to)
    {
        await UpAsync("a/main");
        Made(Path.GetDirectoryName(to)!);
        Directory.Move(At("a/main"), At(to));
        var isBeside = to == "a/main2";

        Assert.Equal(isBeside ? At(to) : null, Of("b/other").OwnerOf(At("a/main"), ""));
        Assert.Equal(isBeside ? "shop-other" : "shop", (await UpAsync("b/other")).Name);
        Assert.Equal(isBeside ? "shop" : "shop-2", (await UpAsync(to, "shop")).Name.Replace("shop-main", "shop-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_folders_with_one_id_the_one_that_the_list_names_keeps_it()
    {
        await UpAsync("a/shop");
        Directory.CreateDirectory(At("a/copy/.hale"));
        File.Copy(At("a/shop/.hale/checkout.json"), At("a/copy/.hale/checkout.json"));

        Assert.False(Of("a/copy").IsNoted);
        Assert.Equal("shop-copy", (await UpAsync("a/copy")).Name);
        Assert.Equal("shop", (await UpAsync("a/shop")).Name);
        Assert.NotEqual(Of("a/copy").Id, Of("a/shop").Id);
    }

    [Fact]
    public async Task What_an_older_Hale_wrote_gets_an_id_at_the_next_start()
    {
        await UpAsync("a/shop");
        await UpAsync("b/shop");
        await List.ChangeAsync<int>(known => ([.. known.Select(one => one with { Id = null, Mark = null })], 0), TestContext.Current.CancellationToken);
        Of("b/shop").Note(new CheckoutClaim("shop-2", At("a/shop"), []));
        Assert.Null(Of("b/shop").Id);

        Assert.Equal(("shop-2", null), Of(await UpAsync("b/shop")));
        Assert.NotNull(Of("b/shop").Id);
        Assert.Equal(Of("b/shop").Id, List.Read().Single(one => one.Name == "shop-2").Id);
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_not_read()
    {
        await UpAsync("a/shop");
        Assert.True(Of("a/shop").IsNoted);
        await File.AppendAllTextAsync(At("a/shop/.hale/checkout.json"), new string(' ', CheckoutFile.MostBytes), TestContext.Current.CancellationToken);

        Assert.True(Of("a/shop").Bytes > CheckoutFile.MostBytes);
        Assert.False(Of("a/shop").IsNoted);
    }

    [Fact]
    public async Task What_a_checkout_would_be_called_is_told_and_not_claimed()
    {
        await NameOfAsync("a/shop", "shop");

        Assert.Equal(("shop-2", At("a/shop")), Claims.NameOf(new CheckoutWish(Made("b/shop"), "shop", MayRename: true, [], [])));
        Assert.Equal(("shop", null), Claims.NameOf(new CheckoutWish(At("a/shop"), "shop", MayRename: true, [], [])));
        Assert.Single(List.Read());
    }

    [Fact]
    public async Task Who_takes_the_name_of_a_checkout_that_is_gone_keeps_it_when_that_one_is_made_again()
    {
        await NameOfAsync("a/shop", "shop");
        Directory.Delete(At("a"), recursive: true);
        await NameOfAsync("b/shop", "shop");

        Assert.Equal(("shop-2", At("b/shop")), await NameOfAsync("a/shop", "shop"));
        Assert.Equal(("shop", null), await NameOfAsync("b/shop", "shop"));
    }

    [Fact]
    public void What_was_made_from_the_same_files_is_not_elsewhere()
    {
        var project = Made("shop/docker");
        Directory.CreateSymbolicLink(At("link"), At("shop"));

        Assert.False(SamePlace.IsElsewhere(project, project, ""));
        Assert.False(SamePlace.IsElsewhere(project, At("link/docker"), ""));
        Assert.False(SamePlace.IsElsewhere(project, At("shop"), $"{project}/compose.yaml"));
        Assert.False(SamePlace.IsElsewhere(project, At("gone"), ""));
        Assert.True(SamePlace.IsElsewhere(project, Made("other"), $"{At("other")}/compose.yaml"));
    }

    private CheckoutFile Of(string folder)
    {
        var project = new Kernel.Stacks.Project { Directory = Made(folder) };
        return new CheckoutFile(project, new StateFolder(project), List);
    }

    private static (string Name, string? Other) Of(CheckoutClaim claim) => (claim.Name, claim.Other);

    // As a start does it: the name that it goes by so far, and the note of what it got.
    private async Task<CheckoutClaim> UpAsync(string folder, string name = "shop")
    {
        var file = Of(folder);
        var claim = await Claims.ClaimAsync(new CheckoutWish(At(folder), file.Given() ?? name, MayRename: true, [], []) { Id = file.Id }, TestContext.Current.CancellationToken);
        file.Note(claim);
        return claim;
    }

    private async Task<(string Name, string? Other)> NameOfAsync(string folder, string name)
    {
        var claim = await ClaimAsync(folder, name);
        return (claim.Name, claim.Other);
    }

    private Task<CheckoutClaim> ClaimAsync(string folder, string name, params int[] ports) =>
        Claims.ClaimAsync(new CheckoutWish(Made(folder), name, MayRename: true, ports, []), TestContext.Current.CancellationToken);

    private string At(string folder) => Path.Combine(_folder, folder);

    private string Made(string folder)
    {
        Directory.CreateDirectory(At(folder));
        return At(folder);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
